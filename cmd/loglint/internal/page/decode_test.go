package page_test

import "github.com/loglint/loglint/cmd/loglint/internal/coverage"

// A document is the embedded form of a report as a reader of it sees it: the columns by their
// names. That the script reads it in the same way, the tests in a browser hold.
type document struct {
	Version string
	Module  string
	Least   float64
	Missing [][2]string
	Fates   []struct {
		Name       coverage.Fate
		Letter     string
		Kind, Says string
	}
	Strings []string
	Files   struct {
		Name            []string
		Block, From, To []int
		Why             map[int]string
	}
	Packages struct {
		Path   []string
		Errors []int
	}
	Errors struct {
		Range                                                               struct{ File, Line, Column, EndLine, EndColumn []int }
		Callee, Class, From, Does, Function, Role, Boundary, Paths, Finding []int
	}
	Paths struct {
		Fate, Lines, Steps, Traces, TraceLine, TraceBy, Keeper, Held []int
	}
	Findings struct {
		Category, Line, Message, Instead []int
		Probability                      []float64
		Shown, Why, Evidence             []int
		Reasons                          struct {
			Name   []int
			Weight []float64
			Says   []int
		}
		Fixes, FixText []int
	}
}

// A reader is how far the columns have been read that are not those of errors.
type reader struct {
	*document
	path, step, trace, finding, reason, fix int
}

func (d *document) report() coverage.Report {
	r := coverage.Report{Form: coverage.Form, Version: d.Version, Module: d.Module, Least: d.Least}
	for _, m := range d.Missing {
		r.Missing = append(r.Missing, coverage.Missing{Package: m[0], Why: m[1]})
	}
	x := &reader{document: d}
	n := 0
	for i, path := range d.Packages.Path {
		p := coverage.Package{Path: path}
		for range d.Packages.Errors[i] {
			p.Errors = append(p.Errors, x.error(n))
			n++
		}
		r.Packages = append(r.Packages, p)
	}
	return r
}

func (x *reader) error(i int) coverage.Error {
	e, at := &x.Errors, &x.Errors.Range
	out := coverage.Error{
		Range:    coverage.Range{File: x.Files.Name[at.File[i]], Line: at.Line[i], Column: at.Column[i], EndLine: at.EndLine[i], EndColumn: at.EndColumn[i]},
		Origin:   coverage.Origin{Callee: x.Strings[e.Callee[i]], Class: x.Strings[e.Class[i]], From: x.Strings[e.From[i]], Does: x.Strings[e.Does[i]]},
		Function: x.Strings[e.Function[i]], Role: x.Strings[e.Role[i]], Boundary: x.Strings[e.Boundary[i]],
	}
	for range e.Paths[i] {
		out.Paths = append(out.Paths, x.nextPath(out.Line))
	}
	if e.Finding[i] == 1 {
		out.Finding = x.nextFinding()
	}
	return out
}

func (x *reader) nextPath(line int) coverage.Path {
	p, i := &x.document.Paths, x.path
	x.path++
	out := coverage.Path{Fate: x.Fates[p.Fate[i]].Name, Keeper: x.Strings[p.Keeper[i]], Held: x.Strings[p.Held[i]]}
	for range p.Lines[i] {
		line += p.Steps[x.step]
		out.Lines = append(out.Lines, line)
		x.step++
	}
	for range p.Traces[i] {
		out.Traces = append(out.Traces, coverage.Trace{Line: p.TraceLine[x.trace], By: x.Strings[p.TraceBy[x.trace]]})
		x.trace++
	}
	return out
}

func (x *reader) nextFinding() *coverage.Finding {
	f, i := &x.document.Findings, x.finding
	x.finding++
	out := &coverage.Finding{Category: x.Strings[f.Category[i]], Line: f.Line[i], Message: x.Strings[f.Message[i]], Instead: x.Strings[f.Instead[i]],
		Probability: f.Probability[i], Shown: f.Shown[i] == 1, Why: x.Strings[f.Why[i]]}
	for range f.Evidence[i] {
		out.Evidence = append(out.Evidence, coverage.Evidence{Name: x.Strings[f.Reasons.Name[x.reason]], Weight: f.Reasons.Weight[x.reason], Says: x.Strings[f.Reasons.Says[x.reason]]})
		x.reason++
	}
	for range f.Fixes[i] {
		out.Fixes = append(out.Fixes, x.Strings[f.FixText[x.fix]])
		x.fix++
	}
	return out
}
