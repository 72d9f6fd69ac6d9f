// Package compile says what of changed files does not compile, before they are
// written.
//
// Its laws: it writes nothing; a package is looked at by itself and together with
// its tests; and a mistake that a package had before the change is none of the
// change.
package compile

import (
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// A change is a file with what is to be in it.
type Change struct {
	Name string // absolute
	New  []byte
}

// Broken returns the directories of the packages that have a mistake with the
// changes that they do not have without them, in order.
func Broken(changes []Change) ([]string, error) {
	if len(changes) == 0 {
		return nil, nil
	}
	overlay := make(map[string][]byte)
	for _, c := range changes {
		overlay[c.Name] = c.New
	}
	after, err := mistakes(changes, overlay)
	if err != nil || len(after) == 0 {
		return nil, err
	}
	before, err := mistakes(changes, nil)
	if err != nil {
		return nil, err
	}
	dirs := make(map[string]bool)
	for m, n := range after {
		if n > before[m] {
			dirs[m.dir] = true
		}
	}
	return slices.Sorted(maps.Keys(dirs)), nil
}

// A mistake is what a compiler says of a package, without the line, which moves.
type mistake struct{ dir, id, text string }

// mistakes returns how often each mistake is made in the packages of the changed
// files, with an overlay of what they hold.
func mistakes(changes []Change, overlay map[string][]byte) (map[mistake]int, error) {
	var patterns []string
	asked := make(map[string]bool)
	for _, c := range changes {
		// The go command is asked once for all directories, and for each file by
		// itself; other drivers know of files alone.
		pattern := filepath.Dir(c.Name)
		if os.Getenv("GOPACKAGESDRIVER") != "" {
			pattern = "file=" + c.Name
		}
		if !asked[pattern] {
			asked[pattern] = true
			patterns = append(patterns, pattern)
		}
	}
	loaded, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Tests: true, Overlay: overlay}, patterns...)
	if err != nil {
		return nil, err
	}
	found := make(map[mistake]int)
	for _, p := range loaded {
		if len(p.GoFiles) == 0 || !slices.ContainsFunc(p.GoFiles, func(name string) bool { return filepath.Ext(name) == ".go" }) {
			continue
		}
		for _, e := range p.Errors {
			if e.Kind == packages.ListError {
				continue // what the compiler says, with lines, of what follows
			}
			found[mistake{filepath.Dir(p.GoFiles[0]), finding.PackagePath(p.ID), e.Msg}]++
		}
	}
	return found, nil
}
