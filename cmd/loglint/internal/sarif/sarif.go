// Package sarif writes findings in the Static Analysis Results Interchange
// Format, SARIF 2.1.0, which code hosts and editors read.
//
// Its laws: what it writes is valid by the schema of the standard; it does not
// depend on where the source is checked out; and the fingerprint of a result
// does not depend on line numbers, so that a host knows it again after the code
// around it has moved.
package sarif

import (
	"encoding/json"
	"io"
	"math"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/rules"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

const home = "https://github.com/loglint/loglint"

// sourceRoot stands for the root of the repository in the names of files.
const sourceRoot = "%SRCROOT%"

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
	var prints identity.Prints
	for _, f := range r.Report.Findings {
		res := result{
			RuleID: f.Category, Level: level(f), Rank: rank(f),
			Message:   message{Text: f.Message},
			Locations: []location{{Physical: r.physical(f.Pos, f.End, files)}},
			Flows:     r.flows(f, files),
			Fixes:     r.fixes(f.Fixes, files),
		}
		if i, ok := index[f.Category]; ok {
			res.RuleIndex = &i
		}
		for _, rel := range f.Related {
			res.Related = append(res.Related, location{Physical: r.physical(rel.Pos, rel.End, files), Message: &message{Text: rel.Message}})
		}
		res.Fingerprints = map[string]string{"loglint/v1": prints.Of(f, r.Root, files)}
		results = append(results, res)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(document{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []run{{
			Tool: tool{Driver: driver{
				Name: "loglint", Version: r.Version, Semantic: strings.TrimPrefix(r.Version, "v"), URI: home, Rules: rules,
			}},
			// Without a URI: who reads this has the files in a directory of their own.
			Bases:       map[string]base{sourceRoot: {message{Text: "The root of the repository."}}},
			ColumnKind:  "unicodeCodePoints",
			Invocations: []invocation{r.invocation()},
			Results:     results,
		}},
	})
}

// level says how loud a finding is. None is an error but what is wrong with loglint itself:
// hosts fail a change for an error, and not each finding is worth one.
func level(f finding.Finding) string {
	switch {
	case f.Category == "internal":
		return "error"
	case f.Confidence == "medium" || f.Confidence == "low":
		return "note"
	}
	return "warning"
}

// rank is the probability of a finding in percent, nil where there is none.
func rank(f finding.Finding) *float64 {
	if f.Confidence == "" {
		return nil
	}
	percent := math.Round(f.Probability*1e4) / 1e2
	return &percent
}

// maxFlows is how many paths are written of a finding. A long function may have thousands.
const maxFlows = 10

// flows writes the paths on which the error of a finding is lost, line by line.
func (r Run) flows(f finding.Finding, files *source.Files) []codeFlow {
	var all []codeFlow
	for _, lines := range f.Paths[:min(len(f.Paths), maxFlows)] {
		var steps []step
		for i, line := range lines {
			at := location{Physical: physical{Artifact: r.artifact(f.Pos.File), Region: &region{StartLine: line}}}
			if text := files.Line(f.Pos.File, line); text != "" {
				at.Physical.Region.Snippet = &message{Text: text}
			}
			switch {
			case i == 0:
				at.Message = &message{Text: "the error comes from here"}
			case i == len(lines)-1:
				at.Message = &message{Text: "the path ends here, without a trace of it"}
			}
			steps = append(steps, step{at})
		}
		all = append(all, codeFlow{[]threadFlow{{steps}}})
	}
	return all
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
	return artifact{URI: (&url.URL{Path: name}).EscapedPath(), Base: sourceRoot}
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
	for _, p := range r.Report.Problems() {
		n := notification{Level: "error", Message: message{Text: p.Text}}
		if p.Pos.Line > 0 {
			n.Locations = []location{{Physical: physical{
				Artifact: r.artifact(p.Pos.File), Region: &region{StartLine: p.Pos.Line, StartColumn: p.Pos.Column},
			}}}
		}
		inv.Notes = append(inv.Notes, n)
	}
	return inv
}
