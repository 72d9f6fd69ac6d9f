package main

import (
	"errors"
	"os"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
)

// changeDir obeys -C dir, which comes first as in the go command, and returns
// the other arguments.
func changeDir(args []string) (rest []string, at place, err error) {
	if at.shell, err = os.Getwd(); err != nil {
		return nil, place{}, err
	}
	if rest, err = changed(args); err != nil {
		return nil, place{}, err
	}
	if at.names = os.Getenv(workspace.StartVariable); at.names == "" {
		at.names, err = os.Getwd()
	}
	return rest, at, err
}

// A place is where the command runs.
type place struct {
	shell string // the directory in which it was started
	// From here files are named, in the arguments and in what is written: as with
	// the go command the directory that -C changed to. A run that is one of
	// several names them as the others do.
	names string
}

func changed(args []string) ([]string, error) {
	if len(args) == 0 {
		return args, nil
	}
	name, dir, hasValue := strings.Cut(args[0], "=")
	if name != "-C" && name != "--C" {
		return args, nil
	}
	args = args[1:]
	if !hasValue {
		if len(args) == 0 {
			return nil, errors.New("flag needs an argument: -C")
		}
		dir, args = args[0], args[1:]
	}
	return args, os.Chdir(dir)
}
