package gocmd

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// The go command runs a vet tool on the packages that were named for their
// findings, and on those that they import for facts only. Its cache does not
// keep the two apart: a package that was first imported and then named has the
// empty answer of before, and one that was first named says its findings again
// when it is imported. So, when the command itself runs go vet, the tool gives
// each unit's findings whatever it is asked for, with what it takes to tell the
// units apart, and the command chooses those of the packages that were named.

// EveryUnit is the name of the flag by which the command asks the tool for
// that. It is a flag, and so a part of the cache's keys: answers to go vet as
// others run it are not mixed up with these.
const EveryUnit = "everyunit"

// withTests marks the name of a unit that has a package's tests in it.
const withTests = " [with tests]"

// RewriteUnit reads the description of a unit that the go command has written
// and writes another beside it, for a run that gives its findings. It returns
// the name of that.
func RewriteUnit(name string) (string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	// What is not known of the description is kept.
	var unit map[string]json.RawMessage
	if err := json.Unmarshal(data, &unit); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	var known struct {
		ID      string
		GoFiles []string
	}
	if err := json.Unmarshal(data, &known); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	if slices.ContainsFunc(known.GoFiles, func(file string) bool { return strings.HasSuffix(file, "_test.go") }) {
		known.ID += withTests
	}
	if unit["ID"], err = json.Marshal(known.ID); err != nil {
		return "", err
	}
	unit["VetxOnly"] = json.RawMessage("false")
	if data, err = json.Marshal(unit); err != nil {
		return "", err
	}
	name = filepath.Join(filepath.Dir(name), "unit.cfg")
	return name, os.WriteFile(name, data, 0o600)
}

// chosen returns the units of the packages asked for: of each package that
// with its tests if there is one, and that of its external tests.
func chosen(units []finding.Unit, asked []string) []finding.Unit {
	best := make(map[string]finding.Unit)
	for _, u := range units {
		path, tests := strings.CutSuffix(u.ID, withTests)
		path = finding.PackagePath(path)
		subject, external := strings.CutSuffix(path, "_test")
		if !slices.Contains(asked, path) && !(tests && external && slices.Contains(asked, subject)) {
			continue
		}
		b, ok := best[path]
		hasTests := strings.HasSuffix(b.ID, withTests)
		// The tests of other packages may have made variants of one. They
		// differ in little if in anything; what counts is to take the same
		// one each time.
		if !ok || tests && !hasTests || tests == hasTests && fmt.Sprint(u) < fmt.Sprint(b) {
			best[path] = u
		}
	}
	var all []finding.Unit
	for _, u := range best {
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b finding.Unit) int { return strings.Compare(a.ID, b.ID) })
	return all
}
