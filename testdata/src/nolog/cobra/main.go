// Package main holds commands that end the program themselves.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

// main (good): Execute has printed the error before it returns it.
func main() {
	root := &cobra.Command{Use: "tool"}
	root.AddCommand(clean(), cleanPrinted(), cleanCommand(), prune(), pruneReturned())
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

// clean (bad): the exit code is all there is.
func clean() *cobra.Command {
	return &cobra.Command{
		Use: "clean",
		Run: func(cmd *cobra.Command, args []string) {
			if err := os.Rename("work", "work.old"); err != nil {
				os.Exit(1) // want `error from os\.Rename ends the program, but nothing prints or logs it.*\(exit\)`
			}
		},
	}
}

// cleanPrinted (good): printed to standard error.
func cleanPrinted() *cobra.Command {
	return &cobra.Command{
		Use: "clean",
		Run: func(cmd *cobra.Command, args []string) {
			if err := os.Rename("work", "work.old"); err != nil {
				fmt.Fprintln(os.Stderr, "clean:", err)
				os.Exit(1)
			}
		},
	}
}

// cleanCommand (good): printed by the command.
func cleanCommand() *cobra.Command {
	return &cobra.Command{
		Use: "clean",
		Run: func(cmd *cobra.Command, args []string) {
			if err := os.Rename("work", "work.old"); err != nil {
				cmd.PrintErrf("clean: %v\n", err)
				os.Exit(1)
			}
		},
	}
}

// prune (bad): a command without an error result cannot return it.
func prune() *cobra.Command {
	return &cobra.Command{
		Use: "prune",
		Run: func(cmd *cobra.Command, args []string) {
			entries, err := os.ReadDir("work.old")
			if err != nil { // want `error from os\.ReadDir ends in a callback that cannot return it, and nothing logs it.*\(callback\)`
				return
			}
			cmd.Println(len(entries), "entries")
		},
	}
}

// pruneReturned (good): one with an error result can.
func pruneReturned() *cobra.Command {
	return &cobra.Command{
		Use: "prune",
		RunE: func(cmd *cobra.Command, args []string) error {
			entries, err := os.ReadDir("work.old")
			if err != nil {
				return err
			}
			cmd.Println(len(entries), "entries")
			return nil
		},
	}
}
