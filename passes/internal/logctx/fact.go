package logctx

import (
	"cmp"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/program"
)

// An Idiom is the fact the engine exports for a package: how its lines carry
// a context, and those of the packages of its module that it imports. A
// package of few lines is held to what the module does around it.
//
// It holds what the imported packages hold as well, for a package fact is only
// sure to reach those who import the package themselves.
type Idiom struct {
	// Binders are what loggers are bound to a context with, one for each
	// package of loggers, in order of that.
	Binders []defect.Binder
	// Leading are the paths of packages whose functions are given a context as
	// the first of their values, in order.
	Leading []string
}

// AFact marks an Idiom as a fact.
func (*Idiom) AFact() {}

// String renders the idiom for tests.
func (i *Idiom) String() string {
	var parts []string
	for _, b := range i.Binders {
		parts = append(parts, fmt.Sprintf("%s binds loggers of %s", b.Call, b.Logger))
	}
	for _, name := range i.Leading {
		parts = append(parts, name+" is given contexts first")
	}
	return strings.Join(parts, "; ")
}

// binder returns what binds the loggers of a package.
func (i *Idiom) binder(logger string) (defect.Binder, bool) {
	for _, b := range i.Binders {
		if b.Logger == logger {
			return b, true
		}
	}
	return defect.Binder{}, false
}

// importedIdiom returns the idioms of the packages of the module that the
// package imports, as one. Of two binders for the same loggers the first by
// name is kept, for want of a better reason.
func (l *idioms) importedIdiom() *Idiom {
	merged := new(Idiom)
	for _, imp := range l.Pass.Pkg.Imports() {
		i := new(Idiom)
		if !l.pass.ImportPackageFact(imp, i) {
			continue
		}
		if l.SameModule(imp) {
			merged.Binders = append(merged.Binders, i.Binders...)
			merged.Leading = append(merged.Leading, i.Leading...)
		}
	}
	slices.SortFunc(merged.Binders, compareBinders)
	merged.Binders = slices.CompactFunc(merged.Binders, func(a, b defect.Binder) bool { return a.Logger == b.Logger })
	slices.Sort(merged.Leading)
	merged.Leading = slices.Compact(merged.Leading)
	return merged
}

// compareBinders orders binders by their loggers, then by name.
func compareBinders(a, b defect.Binder) int {
	return cmp.Or(strings.Compare(a.Logger, b.Logger), strings.Compare(a.Call, b.Call))
}

// exportIdiom hands the idiom of the package on to those that import it. That
// of a dependency would only be asked for by packages that are not analysed.
func (l *idioms) exportIdiom() {
	if program.IsDependency(l.pass) {
		return
	}
	own := l.idiomOf()
	// What the package declares is for those who import it: it is its own
	// idiom only where it uses it.
	offered := &idiom{binders: maps.Clone(own.binders)}
	for _, fn := range l.Funcs {
		l.declareBinder(offered, fn)
	}
	result := &Idiom{Leading: slices.Clone(own.elsewhere.Leading)}
	for _, logger := range slices.Sorted(maps.Keys(offered.binders)) {
		b := offered.binders[logger]
		if !b.Offered() {
			continue
		}
		if !strings.Contains(b.Call, ".") {
			b.Call = l.Pass.Pkg.Name() + "." + b.Call
		}
		result.Binders = append(result.Binders, b)
	}
	for _, b := range own.elsewhere.Binders {
		if _, mine := result.binder(b.Logger); !mine {
			result.Binders = append(result.Binders, b)
		}
	}
	slices.SortFunc(result.Binders, compareBinders)
	result.Leading = append(result.Leading, slices.Collect(maps.Keys(own.leading))...)
	slices.Sort(result.Leading)
	result.Leading = slices.Compact(result.Leading)
	if len(result.Binders)+len(result.Leading) > 0 {
		l.pass.ExportPackageFact(result)
	}
}

// declareBinder notes fn as a binder if it is one that other packages can
// call: whoever writes it means it to be called.
func (l *idioms) declareBinder(offered *idiom, fn *ssa.Function) {
	t := l.traits.Own[fn]
	if t == nil || !t.Binds || fn.Signature.Recv() != nil || fn.Parent() != nil || fn.Object() == nil || !fn.Object().Exported() || l.InTest(fn) {
		return
	}
	obj := fn.Object().(*types.Func)
	offered.noteAll(defect.Binder{Pkg: l.Pass.Pkg.Path(), Call: fn.Name(), Reads: l.values.ReadByFunc(obj)}, fn.Signature.Results().At(0).Type())
}
