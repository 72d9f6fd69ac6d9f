// Package harness is test code outside test files: it imports testing, and
// what is lost in this file is good. Its bad neighbour is in the file beside it.
package harness

import (
	"os"
	"testing"
)

// Clean is good: a test's own files.
func Clean(t *testing.T, path string) {
	if err := os.Rename(path, path+".old"); err != nil {
		return
	}
	t.Log("cleaned")
}
