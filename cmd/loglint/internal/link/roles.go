package link

import (
	"slices"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

// rolesOf says what each function is called for, by all packages that lead to it, by its name.
func rolesOf(packages map[string]defect.Package, implement map[string][]string) map[string]defect.Role {
	leads := make(map[string][]string)
	roles := make(map[string]defect.Role)
	var work []string
	add := func(name string, r defect.Role) {
		if roles[name]|r != roles[name] {
			roles[name] |= r
			work = append(work, name)
		}
	}
	for _, p := range packages {
		for _, l := range p.Reach.Leads {
			leads[l.From] = append(leads[l.From], l.To...)
		}
	}
	for _, p := range packages {
		for _, c := range p.Reach.Roles {
			add(c.Name, c.Role)
		}
	}
	for len(work) > 0 {
		name := work[len(work)-1]
		work = work[:len(work)-1]
		for _, to := range leads[name] {
			add(to, roles[name])
		}
		for _, to := range implement[name] {
			add(to, roles[name])
		}
	}
	return roles
}

// roleEvidence says what a function is called for that nothing in its own package leads to: the
// functions through which others come to it tell. That nothing calls it is said only where all packages of
// a program that serves are at hand.
func (p *Program) roleEvidence(path string, under []string) (ev defect.Evidence, ok bool) {
	if len(under) == 0 {
		return 0, false
	}
	var all defect.Role
	for _, name := range under {
		all |= p.roles[name]
	}
	if ev, ok := all.Evidence(); ok {
		return ev, true
	}
	return defect.EvUncalled, all == 0 && p.served[path] && !p.partly[path]
}

// Declare has the functions in some files be for what their project says: declared returns the role of a
// file, which is absolute, or 0.
func (p *Program) Declare(declared func(file string) defect.Role) { p.declared = declared }

// ofRole is the evidence of what a function is for, and of what programs use its package.
var ofRole = []defect.Evidence{
	defect.EvHandler, defect.EvWorker, defect.EvStarting, defect.EvCommand, defect.EvTool, defect.EvUnreached, defect.EvUncalled,
}

// Settle puts what is declared of a file in the place of what is seen of the role of a finding in it.
func (p *Program) Settle(file string, f *selection.Finding) {
	if p.declared == nil {
		return
	}
	role := p.declared(file)
	if ev, ok := role.Evidence(); ok {
		f.Evidence = slices.DeleteFunc(slices.Clone(f.Evidence), func(ev defect.Evidence) bool { return slices.Contains(ofRole, ev) })
		f.Evidence = append(f.Evidence, ev)
	}
}
