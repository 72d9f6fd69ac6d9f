package cobra

import (
	"os"

	"github.com/spf13/cobra"
)

// complete (good): the shell is told, and the command itself says why.
func complete(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	files, err := os.ReadDir(word)
	if err != nil {
		return nil, 1
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	return names, 0
}

// list (bad): the same for no shell.
func list(cmd *cobra.Command, args []string, word string) ([]string, int) {
	files, err := os.ReadDir(word)
	if err != nil { // want `error from os\.ReadDir is dropped: .*\(dropped\)`
		return nil, 1
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	return names, 0
}
