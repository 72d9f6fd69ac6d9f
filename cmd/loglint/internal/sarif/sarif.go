// Package sarif writes findings in the Static Analysis Results Interchange
// Format, SARIF 2.1.0, which code hosts and editors read.
//
// Its laws: what it writes is valid by the schema of the standard; it does not
// depend on where the source is checked out; and the fingerprint of a result
// does not depend on line numbers, so that a host knows it again after the code
// around it has moved.
package sarif

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/rules"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

const home = "https://github.com/loglint/loglint"

// A Run is what is to be written.
type Run struct {
	Version string // of loglint; may be empty
	Root    string // of the repository: names of files are relative to it
	Report  finding.Report
}

// Write writes a run.
func (r Run) Write(w io.Writer, files *source.Files) error {
	rules, err := readRules()
	if err != nil {
		return err
	}
	index := make(map[string]int)
	for i, rule := range rules {
		index[rule.ID] = i
	}
	results := []result{} // an empty list says that nothing was found
	seen := make(map[identity.Key]int)
	for _, f := range r.Report.Findings {
		res := result{
			RuleID: f.Category, Level: "warning",
			Message:   message{Text: f.Message},
			Locations: []location{{Physical: r.physical(f.Pos, f.End, files)}},
			Fixes:     r.fixes(f.Fixes, files),
		}
		if i, ok := index[f.Category]; ok {
			res.RuleIndex = &i
		}
		for _, rel := range f.Related {
			res.Related = append(res.Related, location{Physical: r.physical(rel.Pos, rel.End, files), Message: &message{Text: rel.Message}})
		}
		key := identity.Of(f, r.Root, files)
		res.Fingerprints = map[string]string{"loglint/v1": fingerprint(key, seen[key])}
		seen[key]++
		results = append(results, res)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(document{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []run{{
			Tool:        tool{Driver: driver{Name: "loglint", Version: r.Version, URI: home, Rules: rules}},
			ColumnKind:  "unicodeCodePoints",
			Invocations: []invocation{r.invocation()},
			Results:     results,
		}},
	})
}

// fingerprint hashes a key, and the number of the findings before that have
// the same.
func fingerprint(k identity.Key, before int) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q %d", k.File, k.Function, k.Category, k.Message, before)
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// readRules returns the metadata of all rules, and of what loglint says about
// itself.
func readRules() ([]rule, error) {
	told, err := rules.All()
	if err != nil {
		return nil, err
	}
	var all []rule
	for _, r := range told {
		all = append(all, newRule(r.ID, r.Pass, r.Summary, r.Reports, r.Help))
	}
	return append(all,
		newRule("directive", "loglint", "a comment that speaks to loglint and cannot be obeyed",
			"A comment that speaks to loglint and cannot be obeyed.", "Mend or remove the comment."),
		newRule("internal", "loglint", "an error in loglint itself", "An error in loglint itself.", "Please report it."),
	), nil
}

func newRule(id, pass, summary, reports, help string) rule {
	return rule{
		ID: id, Name: id, URI: home + "/blob/main/docs/rules.md#" + id,
		Short: message{Text: summary}, Full: message{Text: plain(reports)},
		Help:       message{Text: plain(help), Markdown: help},
		Default:    config{Level: "warning"},
		Properties: map[string]any{"tags": []string{"errors", "logging", pass}, "precision": "medium"},
	}
}

// plain returns Markdown as a reader sees it who is shown text alone.
func plain(markdown string) string { return strings.ReplaceAll(markdown, "`", "") }

func (r Run) physical(pos, end finding.Position, files *source.Files) physical {
	p := physical{Artifact: r.artifact(pos.File)}
	if pos.Line > 0 {
		reg := newRegion(files.Runes(pos), files.Runes(end))
		if text := files.Line(pos.File, pos.Line); text != "" && reg.EndLine == reg.StartLine {
			reg.Snippet = &message{Text: text}
		}
		p.Region = &reg
	}
	return p
}

func newRegion(pos, end finding.Position) region {
	if end.Line < pos.Line || end.Line == pos.Line && end.Column < pos.Column {
		end = pos
	}
	return region{StartLine: pos.Line, StartColumn: pos.Column, EndLine: end.Line, EndColumn: end.Column}
}

// artifact names a file: below the root as a relative reference, so that it is
// the same in every checkout.
func (r Run) artifact(file string) artifact {
	name := identity.Relative(r.Root, file)
	if strings.HasPrefix(name, "../") || filepath.IsAbs(filepath.FromSlash(name)) {
		return artifact{URI: (&url.URL{Scheme: "file", Path: absolutePath(file)}).String()}
	}
	return artifact{URI: (&url.URL{Path: name}).EscapedPath(), Base: "%SRCROOT%"}
}

// absolutePath is the path of a URL to a file: /C:/dir/file on Windows.
func absolutePath(file string) string {
	return "/" + strings.TrimPrefix(filepath.ToSlash(file), "/")
}

func (r Run) fixes(all []finding.Fix, files *source.Files) []fix {
	var fixes []fix
	for _, f := range all {
		to := fix{Description: message{Text: f.Message}}
		byFile := make(map[string]int)
		for _, e := range f.Edits {
			i, ok := byFile[e.File]
			if !ok {
				i = len(to.Changes)
				byFile[e.File] = i
				to.Changes = append(to.Changes, change{Artifact: r.artifact(e.File)})
			}
			start, end := files.Runes(files.Position(e.File, e.Start)), files.Runes(files.Position(e.File, e.End))
			rep := replacement{Deleted: newRegion(start, end)}
			if e.New != "" {
				rep.Inserted = &message{Text: e.New}
			}
			to.Changes[i].Replacements = append(to.Changes[i].Replacements, rep)
		}
		if len(to.Changes) > 0 {
			fixes = append(fixes, to)
		}
	}
	return fixes
}

// invocation says whether everything could be analysed, and what could not.
func (r Run) invocation() invocation {
	inv := invocation{Successful: r.Report.Complete()}
	note := func(text string) {
		inv.Notes = append(inv.Notes, notification{Level: "error", Message: message{Text: text}})
	}
	for _, e := range r.Report.Errors {
		note(e.Line)
	}
	for _, s := range r.Report.Skipped {
		text := "cannot analyse " + s.Package + ": " + s.Reason
		if s.Pos.Line > 0 {
			text = s.Pos.String() + ": " + text
		}
		note(text)
	}
	for _, f := range r.Report.Failures {
		note(f.Pass + ": " + f.Package + ": " + f.Text)
	}
	return inv
}
