// Package setting says what a function stands in: whom its work is done for, and whether its
// package writes log lines at all. It looks at no error.
package setting

import (
	"go/types"
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/role"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// An Index answers for the functions of a package.
type Index struct {
	roles    *role.Index
	reach    defect.Reach
	under    map[*ssa.Function][]string
	wordless bool
}

// New looks at a package.
func New(pkg *fates.Package) *Index {
	x := &Index{roles: role.New(pkg.Program, pkg.Reqs), wordless: !writes(pkg)}
	x.reach, x.under = x.roles.Across()
	return x
}

// Reach returns what the package leads to in others.
func (x *Index) Reach() defect.Reach { return x.reach }

// Under returns the functions through which other packages may come to fn; see
// [defect.Finding].
func (x *Index) Under(fn *ssa.Function) []string { return x.under[fn] }

// Of returns what kind of function fn is.
func (x *Index) Of(fn *ssa.Function) defect.Surroundings {
	return defect.Surroundings{Role: x.roles.Of(fn), Under: x.under[fn]}
}

// Evidence returns what the setting of a function says of each finding in it.
func (x *Index) Evidence(fn *ssa.Function) []defect.Evidence {
	var all []defect.Evidence
	if ev, ok := x.roles.Of(fn).Evidence(); ok {
		all = append(all, ev)
	}
	if x.wordless {
		all = append(all, defect.EvWordless)
	}
	return append(all, ofFunction(ssax.Outermost(fn))...)
}

// ofFunction returns what the name and the results of a function say of what it is for.
func ofFunction(fn *ssa.Function) []defect.Evidence {
	var all []defect.Evidence
	if convention.Constructs(fn.Name()) {
		all = append(all, defect.EvMakes)
	}
	obj, ok := fn.Object().(*types.Func)
	if convention.Guards(fn.Name()) || ok && convention.Guards(known.KeyOf(obj).Recv) {
		all = append(all, defect.EvGuards)
	}
	if formats(fn.Signature.Results()) {
		all = append(all, defect.EvFormats)
	}
	return all
}

// formats reports whether results are texts and numbers, and nothing else.
func formats(results *types.Tuple) bool {
	for v := range results.Variables() {
		t := v.Type()
		if slice, ok := t.Underlying().(*types.Slice); ok {
			t = slice.Elem()
		}
		if basic, ok := t.Underlying().(*types.Basic); !ok || basic.Info()&(types.IsNumeric|types.IsString) == 0 {
			return false
		}
	}
	return results.Len() > 0
}

// writes reports whether anything in the package writes a log line.
func writes(pkg *fates.Package) bool {
	for call := range calls(pkg) {
		if effect, ok := program.EffectOf(call); ok && (effect.Role == known.Logs || effect.Role == known.Reports) {
			return true
		}
		if s := pkg.Known.OfCall(call); s != nil && s.Line {
			return true
		}
	}
	return false
}

// calls yields the calls of a package outside of its tests.
func calls(pkg *fates.Package) iter.Seq[*ssa.CallCommon] {
	return func(yield func(*ssa.CallCommon) bool) {
		for _, fn := range pkg.Funcs {
			if pkg.InTest(fn) {
				continue
			}
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if call, ok := instr.(ssa.CallInstruction); ok && !yield(call.Common()) {
						return
					}
				}
			}
		}
	}
}
