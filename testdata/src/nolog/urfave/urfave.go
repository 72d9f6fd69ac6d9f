// Package main holds a program whose commands return their errors: unlike
// cobra, urfave/cli prints none but that of cli.Exit.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/urfave/cli/v2"
	cli3 "github.com/urfave/cli/v3"
)

// main (bad): the exit code is all there is.
func main() {
	app := &cli.App{Name: "tool"}
	if err := app.Run(os.Args); err != nil {
		os.Exit(1) // want `error from \(\*cli\.App\)\.Run ends the program, but nothing prints or logs it \(exit\)`
	}
}

// run (good): printed to standard error.
func run() {
	app := &cli.App{Name: "tool"}
	if err := app.Run(os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "tool:", err)
		os.Exit(1)
	}
}

// run3 (bad): so with version 3.
func run3() {
	cmd := &cli3.Command{Name: "tool"}
	if err := cmd.Run(context.Background(), os.Args); err != nil {
		os.Exit(1) // want `error from \(\*cli\.Command\)\.Run ends the program, but nothing prints or logs it \(exit\)`
	}
}

// run3Printed (good): printed to standard error.
func run3Printed() {
	cmd := &cli3.Command{Name: "tool"}
	if err := cmd.Run(context.Background(), os.Args); err != nil {
		fmt.Fprintln(os.Stderr, "tool:", err)
		os.Exit(1)
	}
}
