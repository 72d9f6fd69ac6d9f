package main

import (
	"fmt"
	"log"
	"os"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
	"github.com/loglint/loglint/cmd/loglint/internal/text"
)

// write writes what is wrong with the source, and the findings in the format
// that is asked for.
func write(o *options, report finding.Report) error {
	for _, e := range report.Errors {
		fmt.Fprintln(os.Stderr, e.Line)
	}
	for _, line := range text.Skipped(report.Skipped) {
		log.Print(line)
	}
	if o.json {
		return finding.Encode(os.Stdout, report.Findings, report.Failures)
	}
	for _, f := range report.Failures {
		fmt.Fprintf(os.Stderr, "%s: %s\n", f.Pass, f.Text)
	}
	// Findings go where those of the drivers go, which others pin: to standard
	// error. Where lines are read by programs they are as they always were.
	if isTerminal(os.Stderr) && o.context < 0 {
		return text.Terminal{Dir: o.start, Color: colored()}.Write(os.Stderr, report.Findings, new(source.Files))
	}
	return text.Plain(os.Stderr, report.Findings, o.context, new(source.Files))
}
