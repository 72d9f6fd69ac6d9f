package finding

import (
	"path/filepath"
	"slices"
)

// Only are the packages of which something is to be said, where more are looked
// at: what is found in a package depends on the others of its module, on what
// implements an interface and on who calls a function. A nil Only is all.
type Only struct {
	dirs  map[string]bool // without symbolic links
	paths map[string]bool
}

// NewOnly returns the packages of files, which have these import paths.
func NewOnly(files, paths []string) *Only {
	only := &Only{dirs: make(map[string]bool), paths: make(map[string]bool)}
	for _, file := range files {
		only.dirs[Dir(file)] = true
	}
	for _, path := range paths {
		only.paths[path] = true
		only.paths[path+"_test"] = true
	}
	return only
}

// Dirs returns the directories of the packages; see [Dir].
func (only *Only) Dirs() map[string]bool { return only.dirs }

// Restrict leaves out of a report what is said of other packages. What is said of
// no package stays.
func (only *Only) Restrict(report *Report) {
	if only == nil {
		return
	}
	elsewhere := func(f Finding) bool { return !only.dirs[Dir(f.Pos.File)] }
	report.Findings = slices.DeleteFunc(report.Findings, elsewhere)
	for i := range report.Lower {
		report.Lower[i].Findings = slices.DeleteFunc(report.Lower[i].Findings, elsewhere)
	}
	other := func(id string) bool {
		return id != "" && len(only.paths) > 0 && !only.paths[PackagePath(id)]
	}
	report.Packages = slices.DeleteFunc(report.Packages, other)
	report.Failures = slices.DeleteFunc(report.Failures, func(f Failure) bool { return other(f.Package) })
	report.Skipped = slices.DeleteFunc(report.Skipped, func(s Skipped) bool { return other(s.Package) })
	report.Errors = slices.DeleteFunc(report.Errors, func(e Error) bool { return other(e.Package) })
}

// Dir returns the directory of a file without symbolic links, or as it is if it is
// not there.
func Dir(file string) string { return Real(filepath.Dir(file)) }

// Real returns a directory without symbolic links, or as it is if it is not there.
func Real(dir string) string {
	if r, err := filepath.EvalSymlinks(dir); err == nil { // else there is nothing to follow
		return r
	}
	return dir
}
