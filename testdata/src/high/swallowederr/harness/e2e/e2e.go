// Package e2e lies in a directory for tests: good, whatever it loses.
package e2e

import "os"

// Names is good: the test fails without them.
func Names(dir string) []os.DirEntry {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	return files
}
