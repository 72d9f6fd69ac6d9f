// Command loglint finds the errors that leave no trace and the log lines that
// cannot be tied to their request. Run it without arguments for its usage.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/loglint/loglint/cmd/loglint/internal/cover"
	"github.com/loglint/loglint/cmd/loglint/internal/manual"
	"github.com/loglint/loglint/cmd/loglint/internal/nearest"
	"github.com/loglint/loglint/cmd/loglint/internal/version"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
)

var analyzers = []*analysis.Analyzer{missingctx.Analyzer, nolog.Analyzer, swallowederr.Analyzer}

func main() {
	log.SetFlags(0)
	log.SetPrefix("loglint: ")
	args, at, err := workspace.ChangeDir(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	if status, ok := command(args, at); ok {
		os.Exit(status)
	}
	args, byFile := cutFiles(args)
	usageOnError(args)
	flags, packages, err := liftFlags(args)
	if err != nil {
		log.Fatal(err)
	}
	if slices.ContainsFunc(flags, func(arg string) bool { name, _ := manual.NameOf(arg); return name == "version" }) {
		fmt.Println(version.Line())
		return
	}
	var named *workspace.Unit
	if byFile {
		named = runFiles(args[:len(args)-len(packages)], packages)
		packages = named.Patterns
	}
	if err := help(flags, packages); err != nil {
		log.Fatal(err)
	}
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
	if packages, err = spread(packages); err != nil {
		log.Fatal(err)
	}
	o, err := parse(flags, packages, at)
	if err != nil {
		log.Fatal(err)
	}
	o.narrow(named)
	os.Exit(lint(o))
}

// command runs a subcommand, if the arguments name one, and returns its exit status.
func command(args []string, at workspace.Start) (status int, ok bool) {
	if len(args) == 0 {
		return 0, false
	}
	name, args := args[0], args[1:]
	switch name {
	case "explain":
		usageOnError(args)
		return explain(args, at), true
	case "config":
		usageOnError(args, "vetflags")
		return config(args, at), true
	case "coverage":
		usageOnError(args, cover.FlagNames()...)
		return coverErrors(args, at), true
	case "completion":
		return ended(complete(args)), true
	case "version":
		if len(args) > 0 {
			return ended(errors.New("version takes no arguments")), true
		}
		fmt.Println(version.Line())
		return exitClean, true
	}
	if !strings.ContainsAny(name, "-./\\") && name != "help" {
		if to := nearest.To(name, manual.CommandNames()); to != "" {
			log.Printf("there is no subcommand %s; did you mean %s? A directory is written ./%s", name, to, name)
			return exitFailed, true
		}
	}
	return 0, false
}

// ended says what went wrong, if something has, and returns the exit status.
func ended(err error) int {
	if err != nil {
		log.Print(err)
		return exitFailed
	}
	return exitClean
}

// spread puts the modules of a workspace in the place of its root, and says so.
func spread(packages []string) ([]string, error) {
	packages, said, err := workspace.Spread(packages)
	if said != "" {
		log.Print(said)
	}
	return packages, err
}
