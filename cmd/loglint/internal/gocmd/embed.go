package gocmd

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Embed puts an empty file where a package embeds files and there are none,
// for the commands that are run after it: what a build would generate is often
// not there when code is analysed, and the analysis does not look at it. The
// go command takes the files from an overlay; no directory of the module is
// touched. What is returned removes the overlay.
func (c *Command) Embed(packages []Package) (remove func(), err error) {
	remove = func() {}
	if out, err := exec.Command("go", "env", "GOFLAGS").Output(); err != nil || strings.Contains(string(out), "-overlay") {
		return remove, nil // there is one already, and there can be no second
	}
	names, err := c.placeholders(packages)
	if err != nil || len(names) == 0 {
		return remove, err
	}
	dir, err := os.MkdirTemp("", "loglint")
	if err != nil {
		return remove, err
	}
	remove = func() { os.RemoveAll(dir) }
	empty := filepath.Join(dir, "empty")
	overlay := struct{ Replace map[string]string }{make(map[string]string)}
	for _, name := range names {
		overlay.Replace[name] = empty
	}
	data, err := json.Marshal(overlay)
	if err != nil {
		return remove, err
	}
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		return remove, err
	}
	c.overlay = filepath.Join(dir, "overlay.json")
	return remove, os.WriteFile(c.overlay, data, 0o600)
}

// placeholders returns names for the files that are missing: one for each
// pattern, of packages that cannot be loaded, that matches nothing.
func (c *Command) placeholders(packages []Package) ([]string, error) {
	listed := make(map[string]bool)
	var culprits []Package
	for _, p := range packages {
		listed[p.ImportPath] = true
		if p.Error != nil {
			culprits = append(culprits, p)
		}
	}
	var others []string // not named, but imported
	for _, p := range packages {
		for _, e := range p.DepsErrors {
			if n := len(e.ImportStack); n > 0 && !listed[e.ImportStack[n-1]] {
				listed[e.ImportStack[n-1]] = true
				others = append(others, e.ImportStack[n-1])
			}
		}
	}
	if len(others) > 0 {
		imported, err := c.List(others)
		if err != nil {
			return nil, err
		}
		culprits = append(culprits, imported...)
	}
	var names []string
	for _, p := range culprits {
		for _, pattern := range slices.Concat(p.EmbedPatterns, p.TestEmbedPatterns, p.XTestEmbedPatterns) {
			if name := placeholder(p.Dir, strings.TrimPrefix(pattern, "all:")); name != "" {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// placeholder returns the name of a file that a pattern would match, empty if
// it matches something already. A pattern with brackets is left alone: the
// package is then one that cannot be loaded.
func placeholder(dir, pattern string) string {
	name := filepath.Join(dir, filepath.FromSlash(strings.NewReplacer("*", "x", "?", "x").Replace(pattern)))
	if strings.ContainsAny(pattern, `[\`) {
		return ""
	}
	matches, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
	if err != nil || len(matches) > 1 {
		return ""
	}
	if len(matches) == 0 {
		return name
	}
	entries, err := os.ReadDir(matches[0])
	if err != nil || len(entries) > 0 {
		// It is a file, or a directory that counts for the files in it.
		return ""
	}
	return filepath.Join(matches[0], "x")
}
