package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A Unit is what one run can analyse: packages of a module, as patterns for
// the go command in dir.
type Unit struct {
	Dir      string // of the module, "" for this directory
	Patterns []string
	Module   string   // the pattern of all packages of the module
	Files    []string // that the patterns stand for, absolute
	Paths    []string // the import paths of the packages, as far as the go command tells
}

// Units returns the packages that files belong to, by their modules. Files
// that ./... would leave out are left out: those in testdata, in vendor, and
// below a name that begins with a dot or underscore; and packages of which
// the build constraints leave nothing.
func Units(files []string) ([]Unit, error) {
	if len(files) == 0 {
		return nil, errors.New("-files needs Go files")
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	dirs, of := make(map[string][]string), make(map[string][]string) // by module: directories, files
	for _, name := range files {
		if err := CheckGoFile(name); err != nil {
			return nil, err
		}
		file, err := filepath.Abs(name)
		if err != nil {
			return nil, err
		}
		dir := filepath.Dir(file)
		module := ModuleOf(dir)
		if module == "" {
			return nil, fmt.Errorf("no go.mod in %s or above it", dir)
		}
		rel, err := filepath.Rel(module, file)
		if err != nil {
			return nil, err
		}
		if LeftOut(rel) {
			continue
		}
		of[module] = append(of[module], file)
		if !slices.Contains(dirs[module], dir) {
			dirs[module] = append(dirs[module], dir)
		}
	}
	modules := make([]string, 0, len(dirs))
	for module := range dirs {
		modules = append(modules, module)
	}
	slices.Sort(modules)
	var list []Unit
	for _, module := range modules {
		u := Unit{Dir: module, Files: of[module]}
		from := module
		if module == ModuleOf(here) {
			u.Dir, from = "", here
		}
		slices.Sort(dirs[module])
		for _, dir := range dirs[module] {
			rel, err := filepath.Rel(from, dir)
			if err != nil {
				return nil, err
			}
			u.Patterns = append(u.Patterns, "./"+filepath.ToSlash(rel))
		}
		if u.Patterns, u.Paths = constrained(from, u.Patterns); len(u.Patterns) == 0 {
			continue
		}
		rel, err := filepath.Rel(from, module)
		if err != nil {
			return nil, err
		}
		u.Module = filepath.ToSlash(rel) + "/..."
		list = append(list, u)
	}
	return list, nil
}

// CheckGoFile checks that there is a Go file of the name.
func CheckGoFile(name string) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or directory", name)
	case err != nil:
		return err
	case info.IsDir() || filepath.Ext(name) != ".go":
		return fmt.Errorf("%s: not a Go file", name)
	}
	return nil
}

// ModuleOf returns the directory of the module that a directory belongs to,
// "" if it belongs to none.
func ModuleOf(dir string) string {
	for {
		// What cannot be read is as good as absent.
		if info, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && !info.IsDir() {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// LeftOut reports whether ./... in its module leaves a file out because of
// its name.
func LeftOut(rel string) bool {
	for name := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if name == "testdata" || name == "vendor" || name[0] == '.' || name[0] == '_' {
			return true
		}
	}
	return false
}

// constrained returns the patterns, each a directory, without those whose Go
// files all are for other systems or tags: named, they are an error. It returns
// the import paths of the others as well.
func constrained(dir string, patterns []string) (kept, paths []string) {
	args := append([]string{"list", "-e", "-find", "-f",
		"{{.ImportPath}}\t{{if and .IgnoredGoFiles (not (or .GoFiles .CgoFiles .TestGoFiles .XTestGoFiles .InvalidGoFiles))}}{{.Dir}}{{end}}"},
		patterns...)
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return patterns, nil // the driver will meet it too
	}
	var empty []string
	for line := range strings.Lines(string(out)) {
		path, none, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if none != "" {
			empty = append(empty, none)
		} else {
			paths = append(paths, path)
		}
	}
	return slices.DeleteFunc(patterns, func(pattern string) bool {
		return slices.Contains(empty, filepath.Join(dir, filepath.FromSlash(pattern)))
	}), paths
}
