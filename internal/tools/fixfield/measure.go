package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A finding is what is said of one place, as far as it is the same in the
// next run: without its line, and those that its message names.
type finding struct {
	file, category, message string
}

var lineNumber = regexp.MustCompile(`\bline \d+`)

// A measurement is what the fixes do to one module.
type measurement struct {
	binary          string
	flags, patterns []string

	test bool // run the tests of the packages that are mended

	findings, withFix int
	compiles          bool
	tested            string // how the tests ended
	gone              int
	takenBack         int // findings that still have a fix
	secondRun         int // files that the next run changes
	complaints        []string
}

const header = "module                          findings  with fix  compiles  gone  taken back  second run  tests"

// row is one line of the table.
func (m *measurement) row(name string) string {
	compiles := "yes"
	if !m.compiles {
		compiles = "NO"
	}
	return fmt.Sprintf("%-30s  %8d  %8d  %8s  %4d  %10d  %10d  %s", name, m.findings, m.withFix, compiles, m.gone, m.takenBack, m.secondRun, m.tested)
}

// take copies a module, or the standard library for "std", and measures the copy.
func (m *measurement) take(module, scratch string) error {
	if err := os.RemoveAll(scratch); err != nil {
		return err
	}
	var err error
	if module == "std" {
		err = writeStd(scratch)
	} else {
		err = copyModule(module, scratch)
	}
	if err != nil {
		return err
	}
	buildBefore, vetBefore, err := m.compiler(scratch)
	if err != nil {
		return err
	}
	before, fixable, err := m.look(scratch)
	if err != nil {
		return err
	}
	m.findings, m.withFix = len(before), len(fixable)
	hopeless := without(before, fixable)
	for _, f := range hopeless {
		m.complaints = append(m.complaints, "no fix: "+f.file+": "+f.message)
	}
	packages := mended(fixable)
	testsBefore, err := m.tests(scratch, packages)
	if err != nil {
		return err
	}
	if _, err := m.command(scratch, m.binary, m.arguments("-fix")...); err != nil {
		return err
	}
	// What does not build as it is need not build afterwards.
	buildAfter, vetAfter, err := m.compiler(scratch)
	if err != nil {
		return err
	}
	testsAfter, err := m.tests(scratch, packages)
	if err != nil {
		return err
	}
	failing := newLines("test", testsBefore, testsAfter)
	if m.tested = "-"; m.test {
		m.tested = fmt.Sprintf("%d packages, %d new failures", len(packages), len(failing))
	}
	m.complaints = append(m.complaints, failing...)
	broken := newLines("build", buildBefore, buildAfter)
	m.compiles = len(broken) == 0
	m.complaints = append(m.complaints, broken...)
	m.complaints = append(m.complaints, newLines("vet", vetBefore, vetAfter)...)
	after, again, err := m.look(scratch)
	if err != nil {
		return err
	}
	m.takenBack = len(again)
	was, err := goFiles(scratch)
	if err != nil {
		return err
	}
	if _, err := m.command(scratch, m.binary, m.arguments("-fix")...); err != nil {
		return err
	}
	is, err := goFiles(scratch)
	if err != nil {
		return err
	}
	for name, text := range is {
		if was[name] != text {
			m.secondRun++
		}
	}
	after = without(after, hopeless)
	brought := without(after, fixable)
	for _, f := range without(after, brought) {
		m.complaints = append(m.complaints, "not gone: "+f.file+": "+f.message)
	}
	m.gone = len(fixable) - (len(after) - len(brought))
	for _, f := range brought {
		m.complaints = append(m.complaints, "new: "+f.file+": "+f.message)
	}
	return nil
}

// goFiles returns the text of all Go files below a directory, by name.
func goFiles(dir string) (map[string]string, error) {
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		text, err := os.ReadFile(name)
		files[name] = string(text)
		return err
	})
	return files, err
}

// without returns findings without others, each of which takes one away: those of
// a function that say the same cannot be told apart.
func without(findings, others []finding) []finding {
	rest := slices.Clone(findings)
	for _, f := range others {
		if i := slices.Index(rest, f); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		}
	}
	return rest
}

func (m *measurement) arguments(more ...string) []string {
	return slices.Concat(more, m.flags, m.patterns)
}

// look runs loglint and returns what it finds, and what of it has a fix.
func (m *measurement) look(dir string) (all, fixable []finding, err error) {
	cmd := exec.Command(m.binary, m.arguments("-json")...)
	cmd.Dir, cmd.Env = dir, environment(dir)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, runErr := cmd.Output()
	type diagnostic struct {
		Category, Posn, Message string
		SuggestedFixes          []json.RawMessage `json:"suggested_fixes"`
	}
	var tree map[string]map[string]json.RawMessage
	if err := json.Unmarshal(out, &tree); err != nil {
		return nil, nil, fmt.Errorf("%w: %v: %s", err, runErr, stderr.String())
	}
	seen := make(map[string]bool) // a package and its test variant say the same
	for _, passes := range tree {
		for _, raw := range passes {
			var diagnostics []diagnostic
			if json.Unmarshal(raw, &diagnostics) != nil {
				continue // an error in the place of diagnostics
			}
			for _, d := range diagnostics {
				if seen[d.Posn+d.Message] {
					continue
				}
				seen[d.Posn+d.Message] = true
				file, _, _ := strings.Cut(d.Posn, ":")
				if rel, err := filepath.Rel(dir, file); err == nil {
					file = rel
				}
				f := finding{file, d.Category, lineNumber.ReplaceAllString(d.Message, "line N")}
				all = append(all, f)
				if len(d.SuggestedFixes) > 0 {
					fixable = append(fixable, f)
				}
			}
		}
	}
	order := func(a, b finding) int { return strings.Compare(a.file+a.message, b.file+b.message) }
	slices.SortFunc(all, order)
	slices.SortFunc(fixable, order)
	return all, fixable, nil
}

// command runs a command in dir and returns all that it writes. That it fails
// is no error: it says why in what it writes.
func (m *measurement) command(dir, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, environment(dir)
	out, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return "", err
	}
	return string(out), nil
}

// compiler runs go build and go vet.
func (m *measurement) compiler(dir string) (build, vet string, err error) {
	if build, err = m.command(dir, "go", append([]string{"build"}, m.patterns...)...); err != nil {
		return "", "", err
	}
	vet, err = m.command(dir, "go", append([]string{"vet"}, m.patterns...)...)
	return build, vet, err
}

// mended returns the packages that fixes change, as patterns.
func mended(fixable []finding) []string {
	var packages []string
	for _, f := range fixable {
		packages = append(packages, "./"+filepath.ToSlash(filepath.Dir(f.file)))
	}
	slices.Sort(packages)
	return slices.Compact(packages)
}

// tests runs the tests of packages, if they are to be run, and returns what
// fails.
func (m *measurement) tests(dir string, packages []string) (string, error) {
	if !m.test || len(packages) == 0 {
		return "", nil
	}
	out, err := m.command(dir, "go", append([]string{"test", "-short", "-timeout=5m"}, packages...)...)
	var failing []string
	for line := range strings.SplitSeq(out, "\n") {
		if fields := strings.Fields(line); strings.HasPrefix(strings.TrimSpace(line), "--- FAIL: ") || strings.HasPrefix(line, "FAIL\t") {
			failing = append(failing, strings.Join(fields[:len(fields)-1], " ")) // without how long it took
		}
	}
	return strings.Join(failing, "\n"), err
}

// environment lets the go command work in a copy: by the module's own vendor
// directory if it has one, and without a workspace or repository around it.
func environment(dir string) []string {
	mode := "-mod=mod"
	if _, err := os.Stat(filepath.Join(dir, "vendor", "modules.txt")); err == nil {
		mode = "-mod=vendor"
	}
	return append(os.Environ(), "GOFLAGS="+mode+" -buildvcs=false", "GOWORK=off")
}

// newLines returns what a command says after a change and did not before, but
// for the numbers of lines.
func newLines(what, before, after string) []string {
	position := regexp.MustCompile(`:\d+(:\d+)?`)
	known := make(map[string]bool)
	for line := range strings.SplitSeq(before, "\n") {
		known[position.ReplaceAllString(line, "")] = true
	}
	var added []string
	for line := range strings.SplitSeq(after, "\n") {
		if line != "" && !strings.HasPrefix(line, "#") && !known[position.ReplaceAllString(line, "")] {
			added = append(added, what+": "+line)
		}
	}
	return added
}

// copyModule copies a module without its repository.
func copyModule(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case d.IsDir() && d.Name() == ".git":
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(target, 0o755)
		case d.Type()&fs.ModeSymlink != 0:
			link, err := os.Readlink(path)
			if err != nil {
				return err
			}
			return os.Symlink(link, target)
		case !d.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}

// lookUp returns the absolute path of a command, since it is run elsewhere.
func lookUp(name string) (string, error) {
	path, err := exec.LookPath(name)
	if err != nil && !errors.Is(err, exec.ErrDot) {
		return "", err
	}
	return filepath.Abs(path)
}
