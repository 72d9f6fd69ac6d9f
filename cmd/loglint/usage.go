package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"
)

const usage = `loglint finds the errors that leave no trace in production, and the log lines
that cannot be tied to their request.

Usage:

	loglint [-C dir] [flags] packages
	loglint coverage [flags] [packages]
	loglint explain file.go:12 | category | -callee function
	loglint help [name]
	go vet -vettool=$(which loglint) [flags] packages

Examples:

	loglint ./...                                 the module in this directory
	loglint -C ../shop ./...                      the one in another
	loglint -confidence=medium ./...              less certain findings as well
	loglint -swallowederr.discarded=false ./...   without one category
	loglint -nolog ./...                          one pass alone
	loglint explain store.go:216                  what becomes of its errors, and why it is reported or not
	loglint coverage -html=paths.html ./...       which share of the paths of errors leaves a trace

Flags:

	-C dir              change to dir first; comes before all other flags
	-files              the arguments are files: analyse the packages that they
	                    belong to; comes before all other flags but -C
	-confidence=level   least confidence of a finding to be shown:
	                    high (the default), medium, low, or 0.4
	-reach=whose        whose context a log line must carry: that of a request
	                    (the default), or any that is in reach
	-all                show all findings: every category, every confidence
	-tests              report in test files too
	-debuglines=false   do not count a log line at level debug or trace
	-evidence           add to each message what speaks for and against it
	-fix                apply the first fix of each finding that has one
	-diff               with -fix, show a patch of what would change instead
	-pass               run the passes so named, and no others
	-pass.category=false
	                    do not report the category
	-tags=list          build tags, separated by commas

	-new-from=revision  report only what a change since a revision has brought
	-baseline=file      leave out the findings that the file lists
	-write-baseline=file
	                    list all findings in the file

	-format=name        write findings as text, json, sarif, github, gitlab,
	                    checkstyle, junit or markdown to standard output;
	                    -format=name:file writes a file beside what is shown,
	                    and may be repeated
	-o=file             write the one format to this file, - for standard output
	-json               the same as -format=json, with exit status 0
	-sarif=file         the same as -format=sarif:file
	-github             the same as -format=github
	-sort=order         the order of findings: file (the default), or
	                    confidence, the likeliest first
	-c=n                show n lines of source around each finding

	-inmemory           load everything from source, in one process, instead
	                    of riding on the go command's cache

The exit status is 0 if there is nothing to report, 3 if there is, and 1 if
something could not be analysed. With -json, findings leave it at 0.
`

// help prints what is asked for and ends the program, if something is that
// the driver does not print: its text speaks of analyzers in general, and
// says of -all that it has no effect.
func help(flags, args []string) {
	switch {
	case len(flags) == 0 && len(args) == 0:
		fmt.Fprint(os.Stderr, usage)
		os.Exit(1)
	case slices.Equal(args, []string{"help"}):
		fmt.Print(usage)
		printPasses(os.Stdout)
		os.Exit(0)
	}
}

// printPasses prints the passes with their categories.
func printPasses(w io.Writer) {
	fmt.Fprintf(w, "\nPasses and their categories, all on by default:\n")
	for _, a := range analyzers {
		title, _, _ := strings.Cut(a.Doc, "\n")
		fmt.Fprintf(w, "\n\t%-14s  %s\n", a.Name, title)
		a.Flags.VisitAll(func(f *flag.Flag) {
			fmt.Fprintf(w, "\t  %-12s  %s\n", f.Name, strings.TrimPrefix(f.Usage, "report "))
		})
	}
	fmt.Fprintf(w, "\nRun 'loglint help name' for more on a pass.\n")
}

// usageOnError makes a mistake in the flags one line and exit status 1, as
// other failures are, and -help the usage.
//
// The go command gives the flags to each run of a vet tool; only those for
// the packages that were named complain, not those for all that they import.
func usageOnError(args []string) {
	errs := errorLine{quiet: factsOnly(args)}
	flag.CommandLine.SetOutput(&errs)
	flag.Usage = func() {
		switch {
		case !errs.written:
			fmt.Print(usage)
		case errs.quiet:
			os.Exit(0)
		default:
			os.Exit(1)
		}
	}
}

// factsOnly reports whether the go command runs the program for a package
// that was not named, but is imported.
func factsOnly(args []string) bool {
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return false
	}
	data, err := os.ReadFile(args[len(args)-1])
	if err != nil {
		return false // the driver reads it too, and says so
	}
	var unit unitchecker.Config
	if err := json.Unmarshal(data, &unit); err != nil {
		return false // likewise
	}
	return unit.VetxOnly
}

// An errorLine logs the errors of package flag.
type errorLine struct{ written, quiet bool }

func (e *errorLine) Write(p []byte) (int, error) {
	e.written = true
	if !e.quiet {
		log.Print(strings.TrimSuffix(string(p), "\n"))
	}
	return len(p), nil
}
