// Package format writes what a run has found in the formats that people and programs read, and
// knows by which names and into which files they are asked for.
//
// Its laws: each format has all findings, in one order, and, where it has a place for it, what could
// not be analysed; a file is named from the root of the repository in what code hosts read; whatever
// the name of a file or a message contains, it is neither markup nor a second finding.
package format

import (
	"io"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/github"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/sarif"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
	"github.com/loglint/loglint/cmd/loglint/internal/text"
)

// A Format is one way to write findings.
type Format struct {
	Name, What string
	// Fixes says that it has a place for fixes, which are then worked out.
	Fixes bool
	write func(Content, io.Writer) error
}

// Text is the format for people, which goes to standard error if no file is named for it.
const Text = "text"

// All are the formats in the order in which they are listed.
var All = []Format{
	{Text, "a line for each finding", false, Content.text},
	{"json", "the JSON of go/analysis", true, Content.json},
	{"sarif", "SARIF 2.1.0", true, Content.sarif},
	{"github", "annotations of GitHub Actions", false, Content.github},
	{"gitlab", "a Code Quality report of GitLab", false, Content.gitlab},
	{"checkstyle", "the XML of Checkstyle", false, Content.checkstyle},
	{"junit", "the XML of JUnit", false, Content.junit},
	{"markdown", "a comment for a pull request", false, Content.markdown},
}

// Names returns the names of the formats.
func Names() []string {
	var names []string
	for _, f := range All {
		names = append(names, f.Name)
	}
	return names
}

// Content is what is written.
type Content struct {
	Report  finding.Report
	Version string // of loglint; may be empty
	Root    string // of the repository
	Dir     string // that file names in text are relative to
	Context int    // how many lines of source are shown around a finding as text; negative for none
	Files   *source.Files
}

// Write writes in a format.
func (c Content) Write(w io.Writer, f Format) error { return f.write(c, w) }

func (c Content) text(w io.Writer) error {
	return text.Plain{Dir: c.Dir, Context: c.Context}.Write(w, c.Report.Findings, c.Files)
}

func (c Content) sarif(w io.Writer) error {
	return sarif.Run{Version: c.Version, Root: c.Root, Report: c.Report}.Write(w, c.Files)
}

func (c Content) github(w io.Writer) error { return github.Write(w, c.Report, c.Root, c.Files) }

// json writes what could not be analysed in the place that the format has for a pass that gave up, as
// that of a pass with the name of the program.
func (c Content) json(w io.Writer) error {
	failures := slices.Clone(c.Report.Failures)
	about := make(map[string]int)
	for _, p := range c.Report.Problems()[:len(c.Report.Errors)+len(c.Report.Skipped)] {
		if p.Package == "" {
			continue // there is no place for it
		}
		said := p.Text
		if p.Pos.Line > 0 {
			said = p.Pos.String() + ": " + said
		}
		if i, ok := about[p.Package]; ok {
			failures[i].Text += "\n" + said
			continue
		}
		about[p.Package] = len(failures)
		failures = append(failures, finding.Failure{Package: p.Package, Pass: "loglint", Text: said})
	}
	return finding.Encode(w, c.Report.Findings, failures)
}

// file names a file from the root of the repository. What is said of no file is said of the root itself.
func (c Content) file(p finding.Position) string {
	if p.File == "" {
		return "."
	}
	return identity.Relative(c.Root, p.File)
}

// A weight is how much a finding weighs where formats have words for that.
type weight int

const (
	light weight = iota
	medium
	heavy
)

// weightOf follows the confidence of a finding. What is said of a comment has none.
func weightOf(f finding.Finding) weight {
	switch {
	case f.Confidence == "high" || f.Category == "internal":
		return heavy
	case f.Confidence == "low":
		return light
	}
	return medium
}

// oneLine makes one line of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
