package workspace

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Spread puts the modules of a workspace in the place of a pattern like ./... that stands for a directory of no
// module, as the root of a workspace mostly is: the go command finds no packages there, and says nothing of what to
// type. said tells of it, "" if there was nothing to do.
func Spread(patterns []string) (spread []string, said string, err error) {
	if os.Getenv("GOPACKAGESDRIVER") != "" {
		return patterns, "", nil // patterns are in the language of another build system
	}
	var told []string
	for _, p := range patterns {
		dir, everything := strings.CutSuffix(filepath.ToSlash(p), "...")
		dir, slash := strings.CutSuffix(dir, "/")
		if !everything || !slash || dir != "." && !strings.HasPrefix(dir, "./") && !strings.HasPrefix(dir, "..") {
			spread = append(spread, p)
			continue
		}
		below, file, err := modulesBelow(filepath.FromSlash(dir))
		if err != nil {
			return nil, "", err
		}
		if file == "" {
			spread = append(spread, p)
			continue
		}
		if len(below) == 0 {
			return nil, "", fmt.Errorf("%s: there is no module in this directory, and none of those of %s is below it: name a directory that has one", p, file)
		}
		spread = append(spread, below...)
		told = append(told, fmt.Sprintf("%s is no module: of %s these are analysed: %s", p, file, strings.Join(below, " ")))
	}
	return spread, strings.Join(told, "\n"), nil
}

// modulesBelow returns patterns for the modules of the workspace that are in a directory, and the file that lists
// them; "" if the directory belongs to a module, or there is no workspace.
func modulesBelow(dir string) (patterns []string, file string, err error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, "", err
	}
	if ModuleOf(abs) != "" {
		return nil, "", nil
	}
	work, err := goOutput("env", "GOWORK")
	if err != nil {
		return nil, "", err
	}
	file = strings.TrimSpace(string(work))
	if file == "" || file == "off" {
		return nil, "", nil
	}
	listed, err := goOutput("work", "edit", "-json", file)
	if err != nil {
		return nil, "", err
	}
	var workspace struct {
		Use []struct{ DiskPath string }
	}
	if err := json.Unmarshal(listed, &workspace); err != nil {
		return nil, "", fmt.Errorf("%s: %w", file, err)
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, "", err
	}
	for _, use := range workspace.Use {
		module := filepath.FromSlash(use.DiskPath)
		if !filepath.IsAbs(module) {
			module = filepath.Join(filepath.Dir(file), module)
		}
		if rel, err := filepath.Rel(abs, module); err != nil || !filepath.IsLocal(rel) {
			continue
		}
		rel, err := filepath.Rel(here, module)
		if err != nil {
			return nil, "", err
		}
		if rel = filepath.ToSlash(rel); !strings.HasPrefix(rel, "../") {
			rel = "./" + rel
		}
		patterns = append(patterns, rel+"/...")
	}
	slices.Sort(patterns)
	if rel, err := filepath.Rel(here, file); err == nil && len(rel) < len(file) {
		file = rel
	}
	return patterns, file, nil
}

// goOutput returns what the go command prints.
func goOutput(args ...string) ([]byte, error) {
	out, err := exec.Command("go", args...).Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		first, _, _ := strings.Cut(strings.TrimSpace(string(exit.Stderr)), "\n")
		return nil, errors.New(first)
	}
	return out, err
}
