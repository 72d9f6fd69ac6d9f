// Package patch writes changes of files in the form that git apply and patch -p1 take.
//
// Its law: what it writes of a change, applied in the directory that the names of files are relative to,
// makes the new text of the old.
package patch

import (
	"bytes"
	"path/filepath"

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

// Base returns the first directory that all files are in or below, since no patch may lead out of where
// it is applied; ok is false if there is none.
func Base(dirs, files []string) (dir string, ok bool) {
	for _, dir := range dirs {
		inside := true
		for _, file := range files {
			rel, err := filepath.Rel(dir, file)
			inside = inside && err == nil && filepath.IsLocal(rel)
		}
		if inside {
			return dir, true
		}
	}
	return "", false
}
