// Command loglint finds the errors that leave no trace and the log lines that
// cannot be tied to their request. Run it without arguments for its usage.
package main

import (
	"log"
	"os"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
)

var analyzers = []*analysis.Analyzer{missingctx.Analyzer, nolog.Analyzer, swallowederr.Analyzer}

func main() {
	log.SetFlags(0)
	log.SetPrefix("loglint: ")
	start, err := os.Getwd()
	if err != nil {
		log.Fatal(err)
	}
	args, err := changeDir(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	if len(args) > 0 && args[0] == "explain" {
		usageOnError(args[1:])
		os.Exit(explain(args[1:], start))
	}
	if len(args) > 0 && args[0] == "coverage" {
		usageOnError(args[1:])
		os.Exit(coverErrors(args[1:], start))
	}
	args, byFile := cutFiles(args)
	usageOnError(args)
	flags, packages, err := liftFlags(args)
	if err != nil {
		log.Fatal(err)
	}
	if byFile {
		packages = runFiles(args[:len(args)-len(packages)], packages)
	}
	help(flags, packages)
	if err := workspace.CheckPatterns(packages); err != nil {
		log.Fatal(err)
	}
	if isDrivers(flags, packages) {
		flags = withoutFixes(flags)
		packages, passes, err := everyUnit(flags, packages)
		if err != nil {
			log.Fatal(err)
		}
		os.Args = append(append(os.Args[:1:1], flags...), packages...)
		multichecker.Main(passes...)
	}
	o, err := parse(flags, packages, start)
	if err != nil {
		log.Fatal(err)
	}
	os.Exit(lint(o))
}
