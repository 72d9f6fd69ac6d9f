// Package workspace knows the directories, modules, files and packages that the arguments of the command
// name, and says what is wrong with them before the go command does.
package workspace

import (
	"errors"
	"fmt"
	"go/build"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"
)

// CheckPatterns returns an error that names the first package pattern that
// cannot be meant. The driver would pass over a pattern without packages
// beside one that has some, and its other messages name what the go command
// made of the mistake rather than the mistake.
func CheckPatterns(patterns []string) error {
	if len(patterns) == 0 || patterns[0] == "help" || strings.HasSuffix(patterns[0], ".cfg") {
		return nil // the driver's business
	}
	if os.Getenv("GOPACKAGESDRIVER") != "" {
		return nil // patterns are in the language of another build system
	}
	for _, p := range patterns {
		if len(p) > 1 && p[0] == '-' {
			return fmt.Errorf("flag %s after the packages: flags come first", p)
		}
		if err := checkPath(p); err != nil {
			return err
		}
	}
	if len(patterns) == 1 {
		return nil // the driver says it if there are no packages
	}
	for _, p := range patterns {
		if !strings.Contains(p, "...") {
			continue
		}
		found, err := packages.Load(&packages.Config{Mode: packages.NeedName}, p)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return fmt.Errorf("%s matched no packages", p)
		}
	}
	return nil
}

// checkPath checks a pattern that is a path: something is there, and if it is
// a directory, there is a module that it can belong to.
func checkPath(pattern string) error {
	// An import path may end in .go as well: github.com/nats-io/nats.go.
	isFile := strings.HasSuffix(pattern, ".go") && !strings.Contains(pattern, "/")
	if !isFile && !build.IsLocalImport(pattern) && !filepath.IsAbs(pattern) {
		return nil
	}
	path, _, _ := strings.Cut(pattern, "...")
	if path != pattern {
		path = filepath.Dir(path) // of ./dir/pre...
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or directory", pattern)
	case err != nil:
		return err
	case !info.IsDir():
		return nil
	}
	return checkModule()
}

// checkModule checks that the go command works in a module or workspace here,
// unless it is told to do without.
//
// Most of the time there is a go.mod to be seen, and the go command, which
// would take longer than all else that is checked, need not be asked.
func checkModule() error {
	if os.Getenv("GO111MODULE") == "" && hasModule() {
		return nil
	}
	out, err := exec.Command("go", "env", "GOMOD", "GOWORK").Output()
	if err != nil {
		return nil // the driver will meet it too
	}
	mod, work, _ := strings.Cut(string(out), "\n")
	work = strings.TrimSpace(work)
	if mod == os.DevNull && (work == "" || work == "off") {
		dir, err := os.Getwd()
		if err != nil {
			return err
		}
		return fmt.Errorf("no go.mod in %s or above it", dir)
	}
	return nil
}

// hasModule reports whether there is a go.mod in the directory or above it.
func hasModule() bool {
	dir, err := os.Getwd()
	if err != nil {
		return false // the go command says it
	}
	for {
		if info, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && !info.IsDir() {
			return true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return false
		}
		dir = parent
	}
}

// IsStandard reports whether a package of the standard library has the path.
func IsStandard(path string) bool {
	pkg, err := build.Default.Import(path, "", build.FindOnly)
	return err == nil && pkg.Goroot
}

// ModulePath returns the path of the module around this directory, "" if there is none.
func ModulePath() string {
	out, err := exec.Command("go", "list", "-m").Output()
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n") // of a workspace, the first
	return first
}
