package gocmd

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// The packages that ./... names are known without the go command, in a module
// that is like most. To ask it takes as long as a tenth of a run of go vet that
// has all its answers already.

// A tree is what ./... names: packages of the module at root, in dir or below
// it.
type tree struct{ module, root, dir string }

// everything returns the tree that patterns name. It is not ok if the go
// command has to be asked: for other patterns, outside of a module, in a
// workspace, and where go.mod has directories ignored.
func everything(patterns []string) (t tree, ok bool) {
	if len(patterns) != 1 || patterns[0] != "./..." || os.Getenv("GO111MODULE") == "off" || strings.Contains(os.Getenv("GOFLAGS"), "-modfile") {
		return tree{}, false
	}
	work := os.Getenv("GOWORK")
	if work != "" && work != "off" {
		return tree{}, false
	}
	dir, err := os.Getwd()
	if err != nil {
		return tree{}, false // the go command will say so
	}
	for root := dir; ; root = filepath.Dir(root) {
		if work == "" && isFile(filepath.Join(root, "go.work")) {
			return tree{}, false
		}
		if t.root == "" && isFile(filepath.Join(root, "go.mod")) {
			t.root, t.dir = root, dir
		}
		if root == filepath.Dir(root) {
			break
		}
	}
	if t.root == "" {
		return tree{}, false
	}
	data, err := os.ReadFile(filepath.Join(t.root, "go.mod"))
	if err != nil {
		return tree{}, false // likewise
	}
	file, err := modfile.ParseLax("go.mod", data, nil)
	if err != nil || file.Module == nil || len(file.Ignore) > 0 {
		return tree{}, false
	}
	t.module = file.Module.Mod.Path
	return t, true
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir() // what cannot be seen is not there, for the go command either
}

// named returns the packages of the tree among those of which units speak. If
// there are none, it is not such a tree after all: settings that the go command
// has written down itself make it something else.
func (t tree) named(units []finding.Unit) []string {
	var paths []string
	for _, u := range units {
		path, _ := strings.CutSuffix(u.ID, withTests)
		if path = finding.PackagePath(path); t.has(path) {
			paths = append(paths, path)
		}
	}
	return paths
}

// has reports whether the tree has a package of the import path.
func (t tree) has(path string) bool {
	if path != t.module && !strings.HasPrefix(path, t.module+"/") {
		return false
	}
	dir := filepath.Join(t.root, filepath.FromSlash(strings.TrimPrefix(path, t.module)))
	rel, err := filepath.Rel(t.dir, dir)
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	for dir := dir; dir != t.dir; dir = filepath.Dir(dir) {
		name := filepath.Base(dir)
		info, err := os.Lstat(dir)
		if err != nil || !info.IsDir() {
			return false // the external tests of a package; and links are not followed
		}
		if name == "testdata" || name == "vendor" || name[0] == '.' || name[0] == '_' || isFile(filepath.Join(dir, "go.mod")) {
			return false
		}
	}
	return true
}
