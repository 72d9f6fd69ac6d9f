package main

import (
	"log"
	"os"
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
	stop := func() {}
	if isTerminal(os.Stderr) {
		stop = progress(os.Stderr)
	}
	report, err := analyse(o)
	stop()
	if err != nil {
		log.Print(err)
		return exitFailed
	}
	if o.writeBaseline != "" {
		complain(report)
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
