package main

import (
	"fmt"
	"io"
	"os"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/format"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
	"github.com/loglint/loglint/cmd/loglint/internal/terminal"
	"github.com/loglint/loglint/cmd/loglint/internal/text"
	"github.com/loglint/loglint/cmd/loglint/internal/version"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
)

// write writes what is wrong with the source, and the findings in the formats
// that are asked for. What goes to standard output goes there alone; a file is
// written beside what people are shown.
func write(o *options, report finding.Report) error {
	complain(o, report)
	root, err := workspace.Repository()
	if err != nil {
		return err
	}
	content := format.Content{
		Report: report, Version: version.Of(), Root: root, Dir: o.Names, Context: o.context, Files: new(source.Files),
	}
	for _, t := range o.targets {
		if t.File == "" {
			continue
		}
		err := o.create(t.Flag, t.File, func(w io.Writer) error { return content.Write(w, t.Format) })
		if err != nil {
			return err
		}
	}
	people := terminal.Is(os.Stderr)
	if o.targets.ShowsText() {
		if err := o.show(report.Findings, people, content.Files); err != nil {
			return err
		}
	}
	if t, taken := o.targets.OnStdout(); taken && t.Name != format.Text {
		return nil
	}
	return text.Summary{Report: report, Fixes: o.wantsFixes() && !o.fix, Hints: people}.Write(os.Stderr)
}

// show writes findings where those of the drivers go, to standard error. Where
// programs read them, each is a line.
func (o *options) show(findings []finding.Finding, people bool, files *source.Files) error {
	if !people || o.context >= 0 {
		return text.Plain{Dir: o.Names, Context: o.context}.Write(os.Stderr, findings, files)
	}
	t := text.Terminal{Dir: o.Names, Color: terminal.Colored(), Mixed: o.sort != finding.ByFile}
	if err := t.Write(os.Stderr, findings, files); err != nil || len(findings) == 0 {
		return err
	}
	_, err := fmt.Fprintln(os.Stderr) // between them and what is said of all
	return err
}

// complain writes what could not be analysed, and why. The formats that have a place
// for it say it there as well.
func complain(o *options, report finding.Report) {
	for _, line := range text.Complaints(report, o.Names) {
		fmt.Fprintln(os.Stderr, line)
	}
}
