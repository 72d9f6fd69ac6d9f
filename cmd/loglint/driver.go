package main

import (
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/gocmd"
	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

// driverFlags are those with which the command is the driver of go/analysis
// and nothing more: the protocol by which the go command runs a vet tool, and
// what is for those who work on the passes. The driver loads everything from
// source.
var driverFlags = []string{
	"V", "flags", gocmd.EveryUnit, // the go command asks
	"debug", "cpuprofile", "memprofile", "trace", "test",
}

// isDrivers reports whether the driver takes the run over: for its flags, for
// its help, and for the unit of work that the go command hands a vet tool.
func isDrivers(flags, packages []string) bool {
	if len(packages) > 0 && (packages[0] == "help" || strings.HasSuffix(packages[0], ".cfg")) {
		return true
	}
	return slices.ContainsFunc(flags, func(arg string) bool {
		name, ok := manual.NameOf(arg)
		return ok && slices.Contains(driverFlags, name)
	})
}
