// Package main ends with the error of a command line.
package main

import (
	"os"

	"github.com/spf13/cobra"
)

var root = &cobra.Command{}

// execute returns what cobra has printed.
func execute() error { return root.Execute() }

// prepare returns what nobody has.
func prepare() error { return os.Chdir("/srv") }

func main() {
	if err := prepare(); err != nil {
		os.Exit(1) // want `error from prepare ends the program, but nothing prints or logs it`
	}
	if err := execute(); err != nil {
		os.Exit(1)
	}
}
