package role

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// What leads from one package to another, for whoever puts all of them together.

// maxUnder bounds the functions that are named for one: of what more lead to nothing is said.
// maxSteps bounds how many functions are looked at for all that others may call: nothing is said of what a
// package leads to that needs more.
const (
	maxUnder = 8
	maxSteps = 200_000
)

// An across collects what leads out of a package.
type across struct {
	*Index
	reach defect.Reach
	under map[*ssa.Function][]string
	cut   map[*ssa.Function]bool // those that more lead to than are named
	steps int
}

// Across returns what the functions of a package lead to in others of the module, and, for each
// function without a role of its own, those through which other packages may come to it.
func (x *Index) Across() (defect.Reach, map[*ssa.Function][]string) {
	a := &across{Index: x, under: make(map[*ssa.Function][]string), cut: make(map[*ssa.Function]bool)}
	called := make(map[string]defect.Role)
	for _, fn := range x.prog.Funcs {
		if x.prog.InTest(fn) {
			continue
		}
		if r := x.roles[fn]; r != 0 {
			for _, name := range a.calledBy(fn) {
				called[name] |= r
			}
		}
		a.handedOn(fn, called)
		if obj, ok := fn.Object().(*types.Func); ok && obj.Exported() {
			a.lead(fn, name(obj))
		}
	}
	if a.steps >= maxSteps {
		return defect.Reach{}, nil
	}
	for fn := range a.cut {
		delete(a.under, fn)
	}
	for _, n := range slices.Sorted(maps.Keys(called)) {
		a.reach.Roles = append(a.reach.Roles, defect.Called{Name: n, Role: called[n]})
	}
	slices.SortFunc(a.reach.Leads, func(l, m defect.Lead) int { return strings.Compare(l.From, m.From) })
	return a.reach, a.under
}

// lead follows what a function that others may call leads to.
func (a *across) lead(from *ssa.Function, named string) {
	seen := map[*ssa.Function]bool{from: true}
	work := []*ssa.Function{from}
	to := make(map[string]bool)
	enter := func(fn *ssa.Function) {
		if !seen[fn] && !a.detached[fn] {
			seen[fn] = true
			work = append(work, fn)
		}
	}
	for len(work) > 0 && a.steps < maxSteps {
		a.steps++
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		switch {
		case a.roles[fn] != 0:
		case len(a.under[fn]) == maxUnder:
			a.cut[fn] = true
		default:
			a.under[fn] = append(a.under[fn], named)
		}
		for _, name := range a.calledBy(fn) {
			to[name] = true
		}
		for _, lit := range fn.AnonFuncs {
			enter(lit)
		}
		for call := range calls(fn) {
			for _, callee := range a.prog.Callees(call) {
				enter(callee)
			}
		}
	}
	if len(to) > 0 {
		a.reach.Leads = append(a.reach.Leads, defect.Lead{From: named, To: slices.Sorted(maps.Keys(to))})
	}
}

// handedOn notes the functions of other packages that fn starts as goroutines, and those that it
// hands on as values.
func (a *across) handedOn(fn *ssa.Function, called map[string]defect.Role) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			var callee *ssa.Value
			if call, ok := instr.(ssa.CallInstruction); ok {
				callee = &call.Common().Value
			}
			if start, ok := instr.(*ssa.Go); ok {
				if obj := a.elsewhere(ssax.CalleeObject(&start.Call)); obj != nil {
					called[name(obj)] |= defect.Worker | a.roles[fn]&defect.Request
				}
			}
			for _, operand := range instr.Operands(nil) {
				if operand == callee || *operand == nil {
					continue
				}
				if value := ssax.Literal(*operand); value != nil {
					obj, _ := value.Object().(*types.Func)
					if obj = a.elsewhere(obj); obj != nil {
						called[name(obj)] |= defect.AsValue
					}
				}
			}
		}
	}
}

// elsewhere returns a function if other packages of the module may call it.
func (a *across) elsewhere(obj *types.Func) *types.Func {
	if obj == nil || obj.Pkg() == nil || !obj.Exported() || !a.prog.SameModule(obj.Pkg()) {
		return nil
	}
	return obj
}

// calledBy names the functions that fn itself calls and that are of another package of the
// module, or methods of interfaces, which may be.
func (a *across) calledBy(fn *ssa.Function) []string {
	var names []string
	for call := range calls(fn) {
		obj := a.elsewhere(ssax.CalleeObject(call))
		if obj == nil {
			continue
		}
		if call.IsInvoke() || obj.Pkg() != a.prog.Pass.Pkg {
			names = append(names, name(obj))
		}
	}
	return names
}

// calls yields the calls in a function, but for those that start a goroutine: that is a worker
// of its own.
func calls(fn *ssa.Function) func(yield func(*ssa.CallCommon) bool) {
	return func(yield func(*ssa.CallCommon) bool) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if _, starts := instr.(*ssa.Go); starts {
					continue
				}
				if call, ok := instr.(ssa.CallInstruction); ok && !yield(call.Common()) {
					return
				}
			}
		}
	}
}

// name names a function as [defect.Reach] does.
func name(obj *types.Func) string {
	obj = obj.Origin()
	if recv := obj.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := types.Unalias(t).(*types.Pointer); ok {
			t = p.Elem()
		}
		if n, ok := types.Unalias(t).(*types.Named); ok {
			return obj.Pkg().Path() + "." + n.Obj().Name() + "." + obj.Name()
		}
	}
	return obj.Pkg().Path() + "." + obj.Name()
}
