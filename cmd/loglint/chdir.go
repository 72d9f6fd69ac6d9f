package main

import (
	"errors"
	"os"
	"strings"
)

// changeDir obeys -C dir, which comes first as in the go command, and returns
// the other arguments.
func changeDir(args []string) ([]string, error) {
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
