package revision

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A Tree is a working tree of a git repository beside the one of the user, at another revision.
type Tree struct {
	Dir    string // where this directory is in it
	root   string // of the tree
	parent string // the temporary directory that it is in
	repo   string
}

// Checkout checks a revision out, of the repository around a directory.
func Checkout(dir, revision string) (*Tree, error) {
	top, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("%s is not in a git repository: %w", dir, err)
	}
	if _, err := git(dir, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}"); err != nil {
		return nil, fmt.Errorf("unknown revision %s", revision)
	}
	prefix, err := git(dir, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	top, prefix = strings.TrimRight(top, "\r\n"), strings.TrimRight(prefix, "\r\n")
	parent, err := os.MkdirTemp("", "loglint-diff-")
	if err != nil {
		return nil, err
	}
	t := &Tree{parent: parent, root: filepath.Join(parent, "tree"), repo: top}
	t.Dir = filepath.Join(t.root, filepath.FromSlash(prefix))
	if _, err := git(dir, "worktree", "add", "--detach", "--quiet", t.root, revision); err != nil {
		os.RemoveAll(parent)
		return nil, err
	}
	return t, nil
}

// Remove removes the tree, and what git remembers of it.
func (t *Tree) Remove() error {
	_, err := git(t.repo, "worktree", "remove", "--force", t.root)
	return errors.Join(err, os.RemoveAll(t.parent))
}
