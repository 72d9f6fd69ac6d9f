package workspace

import (
	"os"
	"path/filepath"
)

// Repository returns the directory to which code hosts want the names of files
// to be relative: the checkout that the CI system names, or the directory at
// or above this one that git keeps, or this one.
func Repository() (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	if root := os.Getenv("GITHUB_WORKSPACE"); root != "" {
		if rel, err := filepath.Rel(root, here); err == nil && filepath.IsLocal(rel) {
			return root, nil
		}
	}
	for dir := here; ; {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil { // a file in a worktree
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return here, nil
		}
		dir = parent
	}
}
