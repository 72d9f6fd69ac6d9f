package main

import (
	"errors"
	"log"
	"os"
	"os/exec"
	"slices"

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
func runFiles(flags, files []string) (packages []string) {
	list, err := workspace.Units(files)
	if err != nil {
		log.Fatal(err)
	}
	if len(list) == 1 && list[0].Dir == "" {
		return list[0].Patterns
	}
	status, err := runUnits(flags, list)
	if err != nil {
		log.Fatal(err)
	}
	os.Exit(status)
	return nil
}

// runUnits runs the program once for each of several modules, and returns the
// exit status of all: 1 if one run has it, else 3 if one run has that.
func runUnits(flags []string, list []workspace.Unit) (status int, err error) {
	self, err := os.Executable()
	if err != nil {
		return 1, err
	}
	for _, u := range list {
		var args []string
		if u.Dir != "" {
			args = append(args, "-C", u.Dir)
		}
		cmd := exec.Command(self, slices.Concat(args, flags, u.Patterns)...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		err := cmd.Run()
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
			return 1, err
		}
		switch code := cmd.ProcessState.ExitCode(); {
		case code == 0 || status == 1:
		case code == 3:
			status = 3
		default:
			status = 1
		}
	}
	return status, nil
}
