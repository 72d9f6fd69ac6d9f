// Package cover makes the error-path coverage of a program from what its packages have written down.
//
// Its laws: an error that a finding is about is lost on a path, unless what other packages do leaves
// nothing of the finding; then it is logged, or no error. A file counts once, in whichever variants of
// its package it is compiled.
package cover

import (
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/cmd/loglint/internal/story"
	"github.com/loglint/loglint/cmd/loglint/internal/written"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/record"
)

// A Coverer makes the coverage of what packages have written down.
type Coverer struct {
	dir      string // that files are named from
	classes  []string
	settings map[string]selection.Settings // by pass
	common   selection.Settings            // those of any pass, for what is the same for all
	program  *link.Program
}

// New returns one for some classes of errors, whose findings are judged by the flags of passes. Files are
// named from dir.
func New(passes []*analysis.Analyzer, program *link.Program, dir string, classes []string) *Coverer {
	c := &Coverer{dir: dir, classes: classes, settings: make(map[string]selection.Settings), program: program}
	for _, pass := range passes {
		c.common = selection.SettingsOf(pass)
		c.settings[pass.Name] = c.common
	}
	return c
}

// Report covers packages. A file that a package and its variant for tests have in common counts once.
func (c *Coverer) Report(units []written.Unit) coverage.Report {
	r := coverage.Report{Form: coverage.Form, Least: c.common.Least}
	at := make(map[string]int)
	for _, u := range units {
		path := finding.PackagePath(u.Path)
		i, ok := at[path]
		if !ok {
			i = len(r.Packages)
			at[path] = i
			r.Packages = append(r.Packages, coverage.Package{Path: path})
		}
		p := &r.Packages[i]
		known := make(map[string]bool)
		for _, e := range p.Errors {
			known[e.File] = true
		}
		for _, e := range c.errors(u) {
			if !known[e.File] {
				p.Errors = append(p.Errors, e)
			}
		}
	}
	// What tests a package from outside has nothing to count but in tests.
	r.Packages = slices.DeleteFunc(r.Packages, func(p coverage.Package) bool {
		return len(p.Errors) == 0 && strings.HasSuffix(p.Path, "_test")
	})
	slices.SortFunc(r.Packages, func(a, b coverage.Package) int { return strings.Compare(a.Path, b.Path) })
	return r
}

// errors covers the errors of a package.
func (c *Coverer) errors(u written.Unit) []coverage.Error {
	findings, ignores := u.Completed(c.program)
	var all []coverage.Error
	for _, course := range u.Courses {
		if course.Of.Test && !c.common.Tests || !slices.Contains(c.classes, className(course.Class)) {
			continue
		}
		e := c.covered(course)
		if course.Found > 0 {
			f := u.Findings[course.Found-1]
			settings, on := c.settings[f.Category.Pass()]
			judged, verdict := settings.Judge(findings[course.Found-1], ignores, c.program.In(u.Path))
			switch {
			case verdict == selection.IsSettled && c.program.Logged(judged):
				settle(&e)
			case verdict == selection.IsSettled:
				continue // there is no error
			case on:
				e.Finding = found(f, judged, verdict, settings.Least)
			}
		}
		all = append(all, e)
	}
	return all
}

// covered says what becomes of one error.
func (c *Coverer) covered(course record.Course) coverage.Error {
	e := coverage.Error{
		Range: coverage.Range{
			File: filepath.ToSlash(story.Short(course.Pos.Filename, c.dir)),
			Line: course.Pos.Line, Column: course.Pos.Column, EndLine: course.End.Line, EndColumn: course.End.Column,
		},
		Origin:   coverage.Origin{Callee: born(course.Subject), Class: className(course.Class), From: course.From, Does: message.Does(course.Does)},
		Function: course.Func, Boundary: course.Of.Boundary,
		Role: c.program.Role(course.Of.Role, course.Of.Under).String(),
	}
	for _, p := range course.Paths {
		to := coverage.Path{Fate: coverage.FateOf(p.Fate), Lines: p.Lines, Keeper: p.Keeper, Held: p.Held.String()}
		for _, trace := range p.Traces {
			to.Traces = append(to.Traces, coverage.Trace{Line: trace.Line, By: trace.Name})
		}
		e.Paths = append(e.Paths, to)
	}
	return e
}

// born names what an error is born in.
func born(s defect.Subject) string {
	switch s.Kind {
	case defect.FromPanic:
		return "recover"
	case defect.FromChannel:
		return "a channel"
	}
	return s.Name
}

// className is how the class of an error is called where users read of it.
func className(class string) string {
	if class == "decode" {
		return "decoding"
	}
	return class
}

// settle says of an error that is lost as far as its own package shows that what it comes from has
// logged it.
func settle(e *coverage.Error) {
	for i := range e.Paths {
		if p := &e.Paths[i]; p.Fate.Lost() {
			p.Fate, p.Held, p.Traces = coverage.Logged, "", []coverage.Trace{{Line: e.Line, By: e.Callee}}
		}
	}
}

// found says what a pass has found of an error.
func found(f record.Finding, judged selection.Finding, verdict selection.Verdict, least float64) *coverage.Finding {
	told := story.Tell(f, judged, verdict, least, "")
	return &coverage.Finding{
		Category: told.Category, Line: f.Pos.Line, Message: told.Message, Instead: message.Instead(judged.Says),
		Probability: told.Probability, Shown: told.Shown, Why: told.Why, Evidence: told.Evidence, Fixes: told.Fixes,
	}
}
