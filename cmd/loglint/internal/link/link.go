// Package link puts together what the packages of a program say of each
// other's errors, and none of them knows alone.
//
// A handler that calls a method of an interface cannot see whether the store
// behind it has logged the error that it returns: it does not import the package
// that implements it. The engine says of such a finding through which methods
// its error comes, and of each type what its methods do. A [Program] holds what all
// types do, and so knows of which findings the error was logged by all that
// implements those methods, or cannot be returned, and of which it may come from the
// world outside. It holds what puts values into contexts as well: a package of handlers does
// not import the middleware that stands before them.
//
// Its laws: a finding is settled only if at least one type implements each method
// that it depends on, and all that do are known to lose nothing; and what is said does
// not depend on the order of the types.
package link

import (
	"slices"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

// A Program is what is known of the types of all packages. It says so to
// [selection.Settings.Select].
type Program struct {
	settled, logged, outside set
	implemented              set // the methods of interfaces that something implements
	users
	calls   map[string]defect.Calls     // by their callee
	roles   map[string]defect.Role      // by the function
	reached map[string]defect.Protocols // see defect.Reached

	declared func(file string) defect.Role // nil if nothing is
}

// New returns the program that has the types, and the packages, by their import paths.
func New(types []defect.Type, packages map[string]defect.Package) *Program {
	m, behind := methodsOf(types), implementersOf(types)
	return &Program{
		users:   usersOf(packages),
		calls:   callsOf(packages),
		roles:   rolesOf(packages, behind),
		settled: m.settle(defect.AllLogged, defect.NoneLost),
		logged:  m.settle(defect.AllLogged),
		outside: m.outside(), implemented: m.implemented(),
		reached: reachedIn(behind, packages),
	}
}

// Settled reports whether a finding is none, since all that implements the methods
// that its error comes through has logged it, or has none to return. A line that
// lacks an error, or an assignment that was forgotten, is a mistake with any error
// that was not logged, also with one that nothing is lost with.
func (p *Program) Settled(f selection.Finding) bool {
	if len(f.Through) == 0 {
		return false
	}
	switch f.Category {
	case defect.CatNoValue, defect.CatOverwritten:
		return p.logged.all(f.Through)
	}
	return p.settled.all(f.Through)
}

// Outside reports whether something that implements one of the methods that the
// error of a finding comes through returns errors of the world outside.
func (p *Program) Outside(f selection.Finding) bool { return p.outside.any(f.Through) }

// Logged reports whether all that implements the methods that the error of a finding comes through has
// logged it.
func (p *Program) Logged(f selection.Finding) bool {
	return len(f.Through) > 0 && p.logged.all(f.Through)
}

// Role returns what a function is for: role is what its own package shows, and under are the functions
// through which others may come to it.
func (p *Program) Role(role defect.Role, under []string) defect.Role {
	if role.Of() == 0 {
		for _, name := range under {
			role |= p.roles[name]
		}
	}
	return role.Of()
}

// Complete adds to a finding what all packages do with the errors of the function whose
// error it is about, and what leads to the function that it is in. path is that of its package.
func (p *Program) Complete(path string, f *selection.Finding) {
	if calls, ok := p.calls[f.Callee]; ok {
		calls.Apply(&f.Says, &f.Evidence)
		if f.Says.Twin.Pkg == path {
			f.Says.Twin.Pkg = ""
		}
	}
	if ev, ok := p.roleEvidence(path, f.Under); ok {
		f.Evidence = append(f.Evidence, ev)
	}
	if len(f.Through) > 0 && p.implemented.all(f.Through) && !p.outside.any(f.Through) && slices.Contains(f.Evidence, defect.EvShape) {
		f.Evidence = append(f.Evidence, defect.EvInside)
	}
}

// In returns what the program knows of the findings in the package with an import path.
func (p *Program) In(path string) selection.Links { return inPackage{p, path} }

// inPackage is a program as a package in it is judged.
type inPackage struct {
	*Program
	path string
}

// Carried returns what the contexts of requests carry for the line of a finding, in the
// programs that use the package.
func (p inPackage) Carried(f selection.Finding) (defect.Carried, bool) {
	from := p.reached[f.Within]
	if f.Within == "" {
		from = from.With(f.By)
	}
	return p.carriers[p.path].ForAny(f.Reads, from)
}

// Settled reports whether a finding is none: the line would find nothing in the context
// that it lacks, or [Program.Settled] says so.
func (p inPackage) Settled(f selection.Finding) bool {
	return p.carriesNothing(p.path, f.Reads) || p.Program.Settled(f)
}

// Evidence is what the programs that use the package with an import path say of each finding in
// it.
func (p *Program) Evidence(path string) []defect.Evidence { return p.users.evidence(path) }
