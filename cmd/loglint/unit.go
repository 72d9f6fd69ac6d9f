package main

import (
	"flag"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/gocmd"
	"github.com/loglint/loglint/cmd/loglint/internal/manual"
	"github.com/loglint/loglint/passes/record"
)

// everyUnit prepares the driver for a unit of work of which this command has
// the go command ask for all findings; see [gocmd.EveryUnit]. It returns what
// the driver is to work on, and with which passes.
func everyUnit(flags, packages []string) ([]string, []*analysis.Analyzer, error) {
	flag.Bool(gocmd.EveryUnit, false, "write down all that is found, in imported packages, too, for loglint itself")
	asked := slices.ContainsFunc(flags, func(arg string) bool {
		name, ok := manual.NameOf(arg)
		return ok && name == gocmd.EveryUnit
	})
	if !asked || len(packages) != 1 || !strings.HasSuffix(packages[0], ".cfg") {
		return packages, analyzers, nil
	}
	name, err := gocmd.RewriteUnit(packages[0])
	return []string{name}, []*analysis.Analyzer{record.Analyzer}, err
}
