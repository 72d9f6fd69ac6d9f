// Package written reads what packages have written down of themselves, and puts together what they
// say of each other: what is selected, told and counted is made from that.
package written

import (
	"fmt"
	"slices"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/record"
)

// A Unit is what one package has written down, with its import path.
type Unit struct {
	Path string
	record.Unit
}

// Read reads what packages have written down, and puts together what they say of each other.
func Read(said []finding.Finding) ([]Unit, *link.Program, error) {
	var units []Unit
	var types []defect.Type
	packages := make(map[string]defect.Package)
	for _, s := range said {
		u, err := record.Decode(s.Message)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", s.Package, err)
		}
		units = append(units, Unit{s.Package, u})
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

// Completed returns the findings of a package with what the program says of them, and its ignores.
func (u Unit) Completed(program *link.Program) ([]selection.Finding, []selection.Ignore) {
	findings := make([]selection.Finding, len(u.Findings))
	around := program.Evidence(u.Path)
	for i, f := range u.Findings {
		findings[i] = f.Finding
		findings[i].Evidence = slices.Concat(f.Evidence, around)
		program.Complete(u.Path, &findings[i])
		program.Settle(f.Pos.Filename, &findings[i])
	}
	ignores := make([]selection.Ignore, len(u.Ignores))
	for i, ig := range u.Ignores {
		ignores[i] = ig.Ignore
	}
	return findings, ignores
}
