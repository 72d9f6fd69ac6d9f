// Package fields holds commands that cannot return their errors.
package fields

import (
	"os"

	"github.com/spf13/cobra"
)

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
