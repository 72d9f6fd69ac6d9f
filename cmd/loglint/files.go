package main

import (
	"log"
	"os"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
)

// cutFiles obeys -files, which comes before all other flags but -C: the
// arguments are files, as hooks of version control hand them over, and not
// packages. It returns the arguments without it.
//
// It is a flag of its own, for files as packages mean something else: to the
// go command they are one package that has no other files.
func cutFiles(args []string) (rest []string, byFile bool) {
	if len(args) > 0 && (args[0] == "-files" || args[0] == "--files") {
		return args[1:], true
	}
	return args, false
}

// runFiles returns the packages that the files belong to. If there are none,
// or not all in the module of this directory, it does what is to be done and
// ends the program: a run of the go command knows one module.
func runFiles(flags, files []string) *workspace.Unit {
	list, err := workspace.Units(files)
	if err != nil {
		log.Fatal(err)
	}
	if len(list) == 1 && list[0].Dir == "" {
		return &list[0]
	}
	status, err := workspace.Run(flags, list)
	if err != nil {
		log.Fatal(err)
	}
	os.Exit(status)
	return nil
}

// narrow has the run look at the whole module of a unit, and say what is to be
// said of its packages.
func (o *options) narrow(u *workspace.Unit) {
	if u == nil || os.Getenv("GOPACKAGESDRIVER") != "" {
		return // patterns are in the language of another build system
	}
	o.packages, o.of = []string{u.Module}, finding.NewOnly(u.Files, u.Paths)
}
