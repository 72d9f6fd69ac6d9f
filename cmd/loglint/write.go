package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/format"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
	"github.com/loglint/loglint/cmd/loglint/internal/text"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
)

// write writes what is wrong with the source, and the findings in the formats
// that are asked for. What goes to standard output goes there alone; a file is
// written beside what people are shown.
func write(o *options, report finding.Report) error {
	complain(report)
	root, err := workspace.Repository()
	if err != nil {
		return err
	}
	content := format.Content{
		Report: report, Version: version(), Root: root, Context: o.context, Files: new(source.Files),
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
	switch {
	case !o.targets.ShowsText():
		return nil
	case isTerminal(os.Stderr) && o.context < 0:
		return text.Terminal{Dir: o.start, Color: colored()}.Write(os.Stderr, report.Findings, content.Files)
	}
	// Findings go where those of the drivers go, to standard error, and where
	// programs read the lines these are as they always were.
	return text.Plain(os.Stderr, report.Findings, o.context, content.Files)
}

// complain writes what could not be analysed, and why. The format of -json has
// a place for what the passes say; so do its readers.
func complain(report finding.Report) {
	for _, e := range report.Errors {
		fmt.Fprintln(os.Stderr, e.Line)
	}
	for _, line := range text.Skipped(report.Skipped) {
		fmt.Fprintln(os.Stderr, line)
	}
	for _, f := range report.Failures {
		fmt.Fprintf(os.Stderr, "%s: %s\n", f.Pass, f.Text)
	}
}

// version returns the version of the command, empty if it was built from a
// checkout without one.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return ""
	}
	return info.Main.Version
}
