// Package practice says what is done with the errors of one callee at its other calls: a call
// that does otherwise deviates, and one that does as all others do is what the program means to
// do. The idea is that of Engler et al., Bugs as Deviant Behavior (SOSP 2001).
//
// Its law: a call says nothing of itself, only of the others; calls in tests say nothing.
package practice

import (
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// An Index knows the calls of a package.
type Index struct {
	pkg   *fates.Package
	calls map[*types.Func]*defect.Calls
}

// New counts, for each callee, the calls of a package and those of them whose error leaves a
// trace on every path.
func New(pkg *fates.Package) *Index {
	x := &Index{pkg: pkg, calls: make(map[*types.Func]*defect.Calls)}
	for _, fn := range pkg.Funcs {
		flow := pkg.Functions[fn]
		if flow == nil || pkg.InTest(fn) {
			continue
		}
		for i, o := range flow.Origins {
			obj := x.callee(o)
			if obj == nil || ssax.Outermost(fn).Name() == obj.Name() {
				continue // a method that stands before another of its name says nothing of what callers do
			}
			c := x.calls[obj]
			if c == nil {
				c = &defect.Calls{Of: obj.FullName()}
				x.calls[obj] = c
			}
			c.All++
			if flow.Flows[i].Handled() {
				if c.Handled++; c.Handled == 1 {
					c.At = x.at(o)
				}
			}
		}
	}
	return x
}

// callee returns the function whose errors are compared: what decodes is called for data of all
// kinds, and not compared.
func (x *Index) callee(o *origin.Origin) *types.Func {
	if o.Kind != origin.FromCall || o.Class == known.Decode {
		return nil
	}
	return x.pkg.Called(o.Instr.Common())
}

// at returns where a call stands.
func (x *Index) at(o *origin.Origin) defect.Place {
	pos := x.pkg.Pass.Fset.PositionFor(o.Instr.Pos(), true)
	return defect.Place{In: ssax.FuncName(ssax.Outermost(o.Fn)), File: filepath.Base(pos.Filename), Line: pos.Line}
}

// minOthers is the least number of other calls, all of which handle the error,
// for a call to deviate whatever it calls. On labelled code, a share of three in four of them
// brought up as many calls that were fine as ones that were not.
const minOthers = 4

// Compare completes a finding of a call whose error is lost by what the other calls in the package do.
func (x *Index) Compare(f *defect.Finding, o *origin.Origin) {
	obj := x.callee(o)
	c := x.calls[obj]
	if c == nil || ssax.Outermost(o.Fn).Name() == obj.Name() {
		return
	}
	if x.ofModule(obj) {
		f.Callee = c.Of
	}
	others := c.All - 1
	if others >= minOthers && c.Handled == others {
		f.Evidence = append(f.Evidence, defect.EvDeviant)
		f.Says.Others = others
		return
	}
	if f.Callee != "" {
		c.Apply(&f.Says, &f.Evidence)
	}
}

// ofModule reports whether a function is of the module: what it does means the same wherever it
// is called.
func (x *Index) ofModule(obj *types.Func) bool {
	return obj.Pkg() != nil && x.pkg.SameModule(obj.Pkg())
}

// Calls returns what the package does with the errors of functions that other packages of the
// module may call as well, in the order of their names.
func (x *Index) Calls() []defect.Calls {
	var all []defect.Calls
	for obj, c := range x.calls {
		if x.ofModule(obj) && (obj.Exported() || origin.OfInterface(obj)) {
			all = append(all, *c)
		}
	}
	slices.SortFunc(all, func(a, b defect.Calls) int { return strings.Compare(a.Of, b.Of) })
	return all
}
