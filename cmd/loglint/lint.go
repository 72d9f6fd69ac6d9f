package main

import (
	"log"
	"os"

	"github.com/loglint/loglint/cmd/loglint/internal/chosen"
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/terminal"
)

// The exit status of the command.
const (
	exitClean    = 0
	exitFailed   = 1 // something could not be analysed
	exitFindings = 3
)

// lint analyses the packages and writes what is found. It returns the exit
// status.
func lint(o *options) int {
	report, err := look(o)
	if err != nil {
		log.Print(err)
		return exitFailed
	}
	if o.writeBaseline != "" {
		complain(o, report)
		if err := o.takeDown(report); err != nil {
			log.Print(err)
			return exitFailed
		}
		return exitClean
	}
	if err := leaveOut(o, &report); err != nil {
		log.Print(err)
		return exitFailed
	}
	if o.fix {
		if report, err = mendAll(o, report); err != nil {
			log.Print(err)
			return exitFailed
		}
	}
	report.Findings = finding.Arranged(chosen.Together(report.Findings), o.sort)
	if err := write(o, report); err != nil {
		log.Print(err)
		return exitFailed
	}
	switch {
	case !report.Complete():
		return exitFailed
	case len(report.Findings) > 0 && !o.json:
		return exitFindings
	}
	return exitClean
}

// look analyses the packages, and shows on a terminal that it goes on.
func look(o *options) (finding.Report, error) {
	stop := func() {}
	if terminal.Is(os.Stderr) {
		stop = terminal.Progress(os.Stderr)
	}
	defer stop()
	return analyse(o)
}
