package main

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/record"
	"github.com/loglint/loglint/passes/swallowederr"
)

// A written is what one package has written down, with its import path.
type written struct {
	path string
	record.Unit
}

// selected makes of what packages have written down the findings that the flags
// ask for, in the words in which they are shown.
func selected(said []finding.Finding, passes []*analysis.Analyzer) ([]finding.Finding, error) {
	units, program, err := linked(said)
	if err != nil {
		return nil, err
	}
	var all []finding.Finding
	for _, pass := range passes {
		settings := selection.SettingsOf(pass)
		for _, u := range units {
			if pass == swallowederr.Analyzer { // it speaks for all, as under other drivers
				all = append(all, u.broken(pass.Name)...)
			}
			all = append(all, u.selected(pass.Name, settings, program)...)
		}
	}
	return all, nil
}

// linked reads what packages have written down, and puts together what they say of each other.
func linked(said []finding.Finding) ([]written, *link.Program, error) {
	var units []written
	var types []defect.Type
	packages := make(map[string]defect.Package)
	for _, s := range said {
		u, err := record.Decode(s.Message)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", s.Package, err)
		}
		units = append(units, written{s.Package, u})
		types = append(types, u.Types...)
		packages[s.Package] = joined(packages[s.Package], u.Package)
	}
	return units, link.New(types, packages), nil
}

// joined puts together what a package and its variants for tests say of it.
func joined(a, b defect.Package) defect.Package {
	a.Main, a.Serves = a.Main || b.Main, a.Serves || b.Serves
	a.Imports = append(a.Imports, b.Imports...)
	if len(a.Calls) == 0 {
		a.Calls = b.Calls // a variant for tests has the same
	}
	if len(a.Reach.Leads)+len(a.Reach.Roles) == 0 {
		a.Reach = b.Reach
	}
	a.Carriers, a.Uses = append(a.Carriers, b.Carriers...), append(a.Uses, b.Uses...)
	a.Flows = append(a.Flows, b.Flows...)
	return a
}

// completed returns the findings of a package with what the program says of them, and its ignores.
func (u written) completed(program *link.Program) ([]selection.Finding, []selection.Ignore) {
	findings := make([]selection.Finding, len(u.Findings))
	around := program.Evidence(u.path)
	for i, f := range u.Findings {
		findings[i] = f.Finding
		findings[i].Evidence = slices.Concat(f.Evidence, around)
		program.Complete(u.path, &findings[i])
	}
	ignores := make([]selection.Ignore, len(u.Ignores))
	for i, ig := range u.Ignores {
		ignores[i] = ig.Ignore
	}
	return findings, ignores
}

// selected returns what a pass has to say of a package.
func (u written) selected(pass string, settings selection.Settings, program *link.Program) []finding.Finding {
	findings, ignores := u.completed(program)
	shown, unused := settings.Select(findings, ignores, program.In(u.path))
	var all []finding.Finding
	for _, s := range shown {
		f := u.Findings[s.Index]
		of := u.finding(pass, string(f.Category), f.Range, s.Message)
		of.Stable = message.Stable(f.Says)
		of.First, of.Last = f.First, f.Last
		of.Cause = finding.Cause(s.Cause)
		for _, fix := range f.Fixes {
			to := finding.Fix{Message: fix.Message}
			for _, e := range fix.Edits {
				to.Edits = append(to.Edits, finding.Edit(e))
			}
			of.Fixes = append(of.Fixes, to)
		}
		all = append(all, of)
	}
	for _, i := range unused {
		all = append(all, u.finding(pass, selection.Directive, u.Ignores[i].Range, selection.UnusedMessage(ignores[i])))
	}
	return all
}

// broken returns the directives that cannot be obeyed and the functions whose
// analysis was given up.
func (u written) broken(pass string) []finding.Finding {
	var all []finding.Finding
	for _, p := range u.Problems {
		all = append(all, u.finding(pass, selection.Directive, p.Range, p.Text))
	}
	for _, f := range u.Failures {
		all = append(all, u.finding(pass, selection.Internal, f.Range, f.Text))
	}
	return all
}

func (u written) finding(pass, category string, at record.Range, text string) finding.Finding {
	return finding.Finding{
		Package: u.path, Pass: pass, Category: category, Message: text, Stable: text, Pos: position(at.Pos), End: position(at.End),
	}
}

func position(p token.Position) finding.Position {
	return finding.Position{File: p.Filename, Line: p.Line, Column: p.Column}
}
