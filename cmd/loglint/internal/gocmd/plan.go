package gocmd

import (
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// A Plan says what to do with each package.
type Plan struct {
	Vet     []string // go vet can
	Memory  []string // something of it can be analysed, but not by go vet
	Skipped []finding.Skipped
}

// Split tells the packages for which go vet would refuse the whole run from
// the others.
func Split(packages []Package) Plan {
	var plan Plan
	for _, r := range roots(packages) {
		if slices.ContainsFunc(r.all(), func(p Package) bool { return p.Error != nil || len(p.DepsErrors) > 0 }) {
			plan.Memory = append(plan.Memory, r.plain.ImportPath)
		} else {
			plan.Vet = append(plan.Vet, r.plain.ImportPath)
		}
	}
	return plan
}

// Blocked tells what go vet has passed over after complaints about some
// packages: those themselves, and those that import them. A package of which
// only the tests are affected can still be analysed without them; one that is
// affected itself cannot.
func Blocked(packages []Package, complaints []Block) Plan {
	broken := make(map[string]bool) // for those that import them
	inTests := make(map[string]bool)
	reasons := make(map[string]string)
	for _, b := range complaints {
		reasons[b.Package] = b.reason()
		if b.inTests() {
			inTests[b.Package] = true
		} else {
			broken[b.Package] = true
		}
	}
	blocker := func(p Package) string {
		for _, dep := range p.Deps {
			if path := finding.PackagePath(dep); broken[path] && path != finding.PackagePath(p.ImportPath) {
				return path
			}
		}
		return ""
	}
	var plan Plan
	skip := func(path, reason string) {
		plan.Skipped = append(plan.Skipped, finding.Skipped{Package: path, Reason: reason})
	}
	for _, r := range roots(packages) {
		path := r.plain.ImportPath
		if broken[path] {
			skip(path, reasons[path])
			continue
		}
		if by := blocker(r.plain); by != "" {
			skip(path, "it imports "+by)
			continue
		}
		affected := inTests[path]
		external := path + "_test"
		for _, v := range r.tests { // others are in between, and were not named
			switch by := blocker(v); finding.PackagePath(v.ImportPath) {
			case path:
				affected = affected || by != ""
			case external:
				if broken[external] || inTests[external] {
					skip(external, reasons[external])
				} else if by != "" {
					skip(external, "it imports "+by)
				}
			}
		}
		if affected {
			plan.Memory = append(plan.Memory, path)
		} else {
			plan.Vet = append(plan.Vet, path)
		}
	}
	return plan
}

// Said returns what was complained of, but for the packages that are looked at
// again in memory, where the same is said once more.
func Said(complaints []Block, memory []string) []finding.Error {
	var all []finding.Error
	for _, b := range complaints {
		if !slices.Contains(memory, b.Package) {
			for _, line := range absolute(b.Lines) {
				all = append(all, finding.Error{Package: b.Package, Line: line})
			}
		}
	}
	return all
}

// A root is a package that was named, with the variants for its tests.
type root struct {
	plain Package
	tests []Package
}

func (r root) all() []Package { return append(r.tests[:len(r.tests):len(r.tests)], r.plain) }

// roots puts packages and variants together, in the order of go list.
func roots(packages []Package) []root {
	var all []root
	index := make(map[string]int)
	for _, p := range packages {
		if p.ForTest == "" && !isTestMain(p, index) {
			index[p.ImportPath] = len(all)
			all = append(all, root{plain: p})
		}
	}
	for _, p := range packages {
		if i, ok := index[p.ForTest]; ok && p.ForTest != "" {
			all[i].tests = append(all[i].tests, p)
		}
	}
	return all
}

// isTestMain reports whether p is the program that the go command makes of
// the tests of a package that it has listed before.
func isTestMain(p Package, index map[string]int) bool {
	path, ok := strings.CutSuffix(p.ImportPath, ".test")
	_, listed := index[path]
	return ok && listed
}

// Patterns returns what names the packages again, when they were found by the
// patterns given: the path of a package made of files names nothing.
func Patterns(paths, given []string) []string {
	if isFiles(given) {
		return given
	}
	return paths
}
