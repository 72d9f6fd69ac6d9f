package text

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// A Summary is how much there is of what, for the end of a run.
type Summary struct {
	Report finding.Report
	Fixes  bool // they were worked out, so that it is known which findings have one
	Hints  bool // say what can be done about findings: to people, and not into a log
}

// Write writes the summary; it is empty if there is nothing to report and nothing held back.
func (s Summary) Write(w io.Writer) error {
	var out strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&out, "loglint: "+format+"\n", args...) }
	findings, unanalysed, held := s.Report.Findings, s.unanalysed(), s.held()
	categories := counts(findings)
	switch {
	case len(findings) > 0:
		inFiles := make(map[string]bool)
		for _, f := range findings {
			inFiles[f.Pos.File] = true
		}
		var parts []string
		for _, c := range categories {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.name))
		}
		say("%s in %s: %s", plural(len(findings), "finding"), plural(len(inFiles), "file"), strings.Join(parts, ", "))
	case len(s.Report.Packages) == 0:
		return nil // nothing was looked at, of which all has been said
	case !s.Report.Complete():
		say("no findings in what could be analysed")
	case held != "":
		say("no findings")
	}
	if s.Fixes && len(findings) > 0 {
		say("%d of them %s a fix: -fix applies it, -fix -diff shows what it changes", s.fixable(), has(s.fixable()))
	}
	if unanalysed > 0 {
		say("%s could not be analysed", plural(unanalysed, "package"))
	}
	if held != "" {
		say("%s", held)
	}
	if s.Hints && len(findings) > 0 {
		say("to silence a finding, say why on its line or the line before: //loglint:ignore %s reason", categories[0].name)
		if !s.Fixes {
			say("to mend what can be mended: -fix; -fix -diff shows what that would be")
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// held says how many findings a lower confidence would show, and which; "" if it would show none.
func (s Summary) held() string {
	var shows []string
	most := 0
	for _, l := range s.Report.Lower {
		if l.More > most {
			most = l.More
			shows = append(shows, fmt.Sprintf("%s shows %d", l.Flag, l.More))
		}
	}
	if most == 0 {
		return ""
	}
	what, are := "finding", "are"
	if len(s.Report.Findings) > 0 {
		what = "more " + what
	}
	if most == 1 {
		are = "is"
	}
	return fmt.Sprintf("%s %s held back, of lower confidence: %s", plural(most, what), are, strings.Join(shows, ", "))
}

// unanalysed is how many packages could not be analysed, by any pass. One of which only the tests do not
// compile is none of them.
func (s Summary) unanalysed() int {
	packages := make(map[string]bool)
	for _, p := range s.Report.Skipped {
		packages[p.Package] = true
	}
	for _, f := range s.Report.Failures {
		packages[f.Package] = true
	}
	return len(packages)
}

func (s Summary) fixable() int {
	n := 0
	for _, f := range s.Report.Findings {
		if len(f.Fixes) > 0 {
			n++
		}
	}
	return n
}

// A count is how many findings a category has.
type count struct {
	name string
	n    int
}

// counts counts findings, the most frequent category first.
func counts(findings []finding.Finding) []count {
	byName := make(map[string]int)
	for _, f := range findings {
		byName[f.Category]++
	}
	var all []count
	for name, n := range byName {
		all = append(all, count{name, n})
	}
	slices.SortFunc(all, func(a, b count) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.name, b.name)) })
	return all
}

func has(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
