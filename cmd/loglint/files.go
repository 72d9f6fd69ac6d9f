package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// cutFiles obeys -files, which comes before all other flags but -C: the
// arguments are files, as hooks of version control hand them over, and not
// packages. It returns the arguments without it.
//
// It is a flag of its own, for files as packages mean something else: to the
// go command they are one package that has no other files.
func cutFiles(args []string) (rest []string, byFile bool) {
	if len(args) > 0 && (args[0] == "-files" || args[0] == "--files") {
		return args[1:], true
	}
	return args, false
}

// runFiles returns the packages that the files belong to. If there are none,
// or not all in the module of this directory, it does what is to be done and
// ends the program: a run of the go command knows one module.
func runFiles(flags, files []string) (packages []string) {
	list, err := units(files)
	if err != nil {
		log.Fatal(err)
	}
	if len(list) == 1 && list[0].dir == "" {
		return list[0].patterns
	}
	status, err := runUnits(flags, list)
	if err != nil {
		log.Fatal(err)
	}
	os.Exit(status)
	return nil
}

// A unit is what one run can analyse: packages of a module, as patterns for
// the go command in dir.
type unit struct {
	dir      string // of the module, "" for this directory
	patterns []string
}

// units returns the packages that files belong to, by their modules. Files
// that ./... would leave out are left out: those in testdata, in vendor, and
// below a name that begins with a dot or underscore; and packages of which
// the build constraints leave nothing.
func units(files []string) ([]unit, error) {
	if len(files) == 0 {
		return nil, errors.New("-files needs Go files")
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	dirs := make(map[string][]string) // by module
	for _, name := range files {
		if err := checkGoFile(name); err != nil {
			return nil, err
		}
		file, err := filepath.Abs(name)
		if err != nil {
			return nil, err
		}
		dir := filepath.Dir(file)
		module := moduleOf(dir)
		if module == "" {
			return nil, fmt.Errorf("no go.mod in %s or above it", dir)
		}
		rel, err := filepath.Rel(module, file)
		if err != nil {
			return nil, err
		}
		if !leftOut(rel) && !slices.Contains(dirs[module], dir) {
			dirs[module] = append(dirs[module], dir)
		}
	}
	modules := make([]string, 0, len(dirs))
	for module := range dirs {
		modules = append(modules, module)
	}
	slices.Sort(modules)
	var list []unit
	for _, module := range modules {
		u := unit{dir: module}
		from := module
		if module == moduleOf(here) {
			u.dir, from = "", here
		}
		slices.Sort(dirs[module])
		for _, dir := range dirs[module] {
			rel, err := filepath.Rel(from, dir)
			if err != nil {
				return nil, err
			}
			u.patterns = append(u.patterns, "./"+filepath.ToSlash(rel))
		}
		if u.patterns = constrained(from, u.patterns); len(u.patterns) > 0 {
			list = append(list, u)
		}
	}
	return list, nil
}

// checkGoFile checks that there is a Go file of the name.
func checkGoFile(name string) error {
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

// moduleOf returns the directory of the module that a directory belongs to,
// "" if it belongs to none.
func moduleOf(dir string) string {
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

// leftOut reports whether ./... in its module leaves a file out because of
// its name.
func leftOut(rel string) bool {
	for name := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if name == "testdata" || name == "vendor" || name[0] == '.' || name[0] == '_' {
			return true
		}
	}
	return false
}

// constrained returns the patterns, each a directory, without those whose Go
// files all are for other systems or tags: named, they are an error.
func constrained(dir string, patterns []string) []string {
	args := append([]string{"list", "-e", "-find", "-f",
		"{{if and .IgnoredGoFiles (not (or .GoFiles .CgoFiles .TestGoFiles .XTestGoFiles .InvalidGoFiles))}}{{.Dir}}{{end}}"},
		patterns...)
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return patterns // the driver will meet it too
	}
	empty := strings.Split(strings.TrimSpace(string(out)), "\n")
	return slices.DeleteFunc(patterns, func(pattern string) bool {
		return slices.Contains(empty, filepath.Join(dir, filepath.FromSlash(pattern)))
	})
}

// runUnits runs the program once for each of several modules, and returns the
// exit status of all: 1 if one run has it, else 3 if one run has that.
func runUnits(flags []string, list []unit) (status int, err error) {
	self, err := os.Executable()
	if err != nil {
		return 1, err
	}
	for _, u := range list {
		var args []string
		if u.dir != "" {
			args = append(args, "-C", u.dir)
		}
		cmd := exec.Command(self, slices.Concat(args, flags, u.patterns)...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		err := cmd.Run()
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
			return 1, err
		}
		switch code := cmd.ProcessState.ExitCode(); {
		case code == 0 || status == 1:
		case code == 3:
			status = 3
		default:
			status = 1
		}
	}
	return status, nil
}
