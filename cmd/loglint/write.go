package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/github"
	"github.com/loglint/loglint/cmd/loglint/internal/sarif"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
	"github.com/loglint/loglint/cmd/loglint/internal/text"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
)

// stdout is the name of a file that stands for standard output.
const stdout = "-"

// write writes what is wrong with the source, and the findings in the formats
// that are asked for. What goes to standard output goes there alone; a file is
// written beside what people are shown.
func write(o *options, report finding.Report) error {
	complain(report)
	files := new(source.Files)
	root, err := workspace.Repository()
	if err != nil {
		return err
	}
	if o.sarif != "" {
		run := sarif.Run{Version: version(), Root: root, Report: report}
		err := o.create(o.sarif, func(w io.Writer) error { return run.Write(w, files) })
		if err != nil {
			return fmt.Errorf("-sarif: %w", err)
		}
	}
	switch {
	case o.json:
		return finding.Encode(os.Stdout, report.Findings, report.Failures)
	case o.github:
		return github.Write(os.Stdout, report.Findings, root, files)
	case o.sarif == stdout:
		return nil
	case isTerminal(os.Stderr) && o.context < 0:
		return text.Terminal{Dir: o.start, Color: colored()}.Write(os.Stderr, report.Findings, files)
	}
	// Findings go where those of the drivers go, to standard error, and where
	// programs read the lines these are as they always were.
	return text.Plain(os.Stderr, report.Findings, o.context, files)
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

// create writes a file, or standard output.
func (o *options) create(name string, write func(io.Writer) error) error {
	if name == stdout {
		return write(os.Stdout)
	}
	f, err := os.Create(o.path(name))
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
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
