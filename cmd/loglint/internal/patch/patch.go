// Package patch writes changes of files in the form that git apply and patch -p1 take.
//
// Its law: what it writes of a change, applied in the directory that the names of files are relative to,
// makes the new text of the old.
package patch

import (
	"bytes"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
)

// Of returns the patch of one file, by its name relative to the directory in which it is to be applied; it is
// empty if nothing changes. Without git's own header its names are relative to where git apply is run, and
// not to the root of the repository.
func Of(name string, old, now []byte) []byte {
	name = filepath.ToSlash(name)
	text := diff.Diff("a/"+name, old, "b/"+name, now)
	if _, rest, ok := bytes.Cut(text, []byte("\n")); ok {
		return rest // without the command that would have written it
	}
	return nil
}

// A Change is what becomes of a file.
type Change struct {
	Name     string // absolute
	Old, New []byte
}

// All returns the patch of several files, and the directory that it is for: the first of dirs that all files are
// in or below, since no patch may lead out of where it is applied, or else the root of the file system.
func All(dirs []string, changes []Change) (text []byte, dir string, err error) {
	dir = string(filepath.Separator)
	if i := slices.IndexFunc(dirs, func(dir string) bool { return holds(dir, changes) }); i >= 0 {
		dir = dirs[i]
	}
	for _, c := range changes {
		name, err := filepath.Rel(dir, c.Name)
		if err != nil {
			return nil, "", err
		}
		text = append(text, Of(name, c.Old, c.New)...)
	}
	return text, dir, nil
}

// holds reports whether all files are in a directory or below it.
func holds(dir string, changes []Change) bool {
	return !slices.ContainsFunc(changes, func(c Change) bool {
		rel, err := filepath.Rel(dir, c.Name)
		return err != nil || !filepath.IsLocal(rel)
	})
}
