// Package chosen makes, of what packages have written down, the findings that the flags ask for, in the
// words in which they are shown.
package chosen

import (
	"go/token"
	"math"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/cmd/loglint/internal/written"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/record"
	"github.com/loglint/loglint/passes/swallowederr"
)

// A Unit is what one package has written down.
type Unit struct{ written.Unit }

// A reading is what all packages have written down.
type reading struct {
	units   []written.Unit
	program *link.Program
}

// All makes of what packages have written down the findings that the flags ask
// for, in the words in which they are shown, and those that a lower confidence would ask for. What the project
// says of what its functions are for, declared, is nil if it says nothing.
func All(recorded []finding.Finding, passes []*analysis.Analyzer, declared func(file string) defect.Role) (all []finding.Finding, lower []finding.Level, err error) {
	var r reading
	if r.units, r.program, err = written.Read(recorded); err != nil {
		return nil, nil, err
	}
	r.program.Declare(declared)
	least := errfate.Threshold()
	for _, c := range []defect.Confidence{defect.Medium, defect.Low} {
		if defect.Least(c) < least {
			lower = append(lower, finding.Level{
				Flag: "-confidence=" + c.String(), Findings: r.selected(passes, defect.Least(c)),
			})
		}
	}
	return r.selected(passes, least), lower, nil
}

// selected returns the findings of passes that have a probability.
func (r reading) selected(passes []*analysis.Analyzer, least float64) []finding.Finding {
	var all []finding.Finding
	for _, pass := range passes {
		settings := selection.SettingsOf(pass)
		settings.Least = least
		for _, read := range r.units {
			u := Unit{read}
			if pass == swallowederr.Analyzer { // it speaks for all, as under other drivers
				all = append(all, u.Broken(pass.Name)...)
			}
			all = append(all, u.Selected(pass.Name, settings, r.program)...)
		}
	}
	return all
}

// Selected returns what a pass has to say of a package.
func (u Unit) Selected(pass string, settings selection.Settings, program *link.Program) []finding.Finding {
	findings, ignores := u.Completed(program)
	shown, unused := settings.Select(findings, ignores, program.In(u.Path))
	var all []finding.Finding
	for _, s := range shown {
		f := u.Findings[s.Index]
		of := u.finding(pass, string(f.Category), f.Range, s.Message)
		of.Stable = message.Stable(f.Says)
		of.First, of.Last = f.First, f.Last
		of.Cause = finding.Cause(s.Cause)
		judged, _ := settings.Judge(findings[s.Index], ignores, program.In(u.Path))
		of.Judgement = u.judgement(s.Index, judged)
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

// judgement returns how sure a finding is, and the paths that it is about.
func (u Unit) judgement(index int, judged selection.Finding) finding.Judgement {
	j := finding.Judgement{
		// Not all digits, and never rounded up to a threshold that it does not reach.
		Probability: math.Floor(1e4*defect.Probability(judged.Category, judged.Evidence)+1e-6) / 1e4,
		Confidence:  defect.ConfidenceOf(judged.Category, judged.Evidence).String(),
	}
	for _, course := range u.Courses {
		if course.Found != index+1 || course.Pos.Filename != u.Findings[index].Pos.Filename {
			continue
		}
		for _, p := range course.Paths {
			if coverage.FateOf(p.Fate).Lost() && p.Held == defect.NotHeld && len(p.Lines) > 0 {
				j.Paths = append(j.Paths, p.Lines)
			}
		}
	}
	return j
}

// Broken returns the directives that cannot be obeyed and the functions whose
// analysis was given up.
func (u Unit) Broken(pass string) []finding.Finding {
	var all []finding.Finding
	for _, p := range u.Problems {
		all = append(all, u.finding(pass, selection.Directive, p.Range, p.Text))
	}
	for _, f := range u.Failures {
		all = append(all, u.finding(pass, selection.Internal, f.Range, f.Text))
	}
	return all
}

func (u Unit) finding(pass, category string, at record.Range, text string) finding.Finding {
	return finding.Finding{
		Package: u.Path, Pass: pass, Category: category, Message: text, Stable: text, Pos: position(at.Pos), End: position(at.End),
	}
}

func position(p token.Position) finding.Position {
	return finding.Position{File: p.Filename, Line: p.Line, Column: p.Column}
}
