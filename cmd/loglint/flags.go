package main

import (
	"errors"
	"flag"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/errfate"
)

// everything is the name under which our -all is registered: the driver takes
// the name -all for itself, for a flag without effect that vet once had.
const everything = "everything"

// valued are the flags of the command and of the driver of which the next
// argument is the value. They are registered only when it is known who of the
// two parses the arguments.
var valued = []string{
	"baseline", "c", "cpuprofile", "debug", "format", "memprofile", "new-from", "o", "sarif", "sort", "tags", "trace", "write-baseline",
}

// liftFlags makes the engine's flags those of the command: drivers show the
// flags of the analyzers they are given, not of those that these require. It
// returns the arguments in two parts, the flags, where -all has its registered
// name, and the packages.
func liftFlags(args []string) (flags, packages []string, err error) {
	errfate.Analyzer.Flags.VisitAll(func(f *flag.Flag) {
		name := f.Name
		if name == "all" {
			name = everything
		}
		flag.Var(f.Value, name, f.Usage)
	})
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if len(arg) < 2 || arg[0] != '-' {
			return flags, args[i:], nil
		}
		if arg == "--" {
			return append(flags, arg), args[i+1:], nil
		}
		name, value, hasValue := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		switch name {
		case "C":
			return nil, nil, errors.New("-C comes before all other flags")
		case "files":
			return nil, nil, errors.New("-files comes before all other flags but -C")
		case "all":
			arg = "-" + everything
			if hasValue {
				arg += "=" + value
			}
		}
		flags = append(flags, arg)
		if !hasValue && takesValue(name) && i+1 < len(args) {
			i++
			flags = append(flags, args[i])
		}
	}
	return flags, nil, nil
}

// takesValue reports whether a flag without "=" takes the next argument.
func takesValue(name string) bool {
	if f := flag.Lookup(name); f != nil {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		return !ok || !b.IsBoolFlag()
	}
	return slices.Contains(valued, name)
}
