package role

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// An Index says what the functions of a package do their work for.
type Index struct {
	prog     *program.Program
	roles    map[*ssa.Function]defect.Role
	detached map[*ssa.Function]bool // those that do not run for what is around them
}

// Of returns what a function does its work for, as far as its package shows. Names say nothing.
func (x *Index) Of(fn *ssa.Function) defect.Role { return x.roles[fn] }

// New looks at a package: which entries lead to which functions, over calls inside it.
func New(prog *program.Program, reqs *reqctx.Index) *Index {
	roles := make(map[*ssa.Function]defect.Role)
	detached := make(map[*ssa.Function]bool)
	var work []*ssa.Function
	add := func(fn *ssa.Function, r defect.Role) {
		if fn != nil && roles[fn]|r != roles[fn] {
			roles[fn] |= r
			work = append(work, fn)
		}
	}
	for _, fn := range prog.Funcs {
		if prog.InTest(fn) {
			continue // what is known must not depend on whether tests are loaded
		}
		if r := entry(reqs, fn); r != 0 {
			detached[fn] = true
			add(fn, r)
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch instr := instr.(type) {
				case *ssa.Go:
					for _, callee := range prog.Callees(instr.Common()) {
						if entry(reqs, callee) == 0 {
							detached[callee] = true
							add(callee, defect.Worker)
						}
					}
				case *ssa.Store:
					if run := commandOf(instr); run != nil {
						detached[run] = true
						add(prog.Declaration(run), defect.Command)
					}
				}
			}
		}
	}
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		for _, lit := range fn.AnonFuncs {
			if !detached[lit] {
				add(lit, roles[fn])
			}
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if _, starts := call.(*ssa.Go); starts && roles[fn]&defect.Request == 0 {
					continue // a worker of its own
				}
				for _, callee := range prog.Callees(call.Common()) {
					if !detached[callee] || roles[fn]&defect.Request != 0 {
						add(callee, roles[fn])
					}
				}
			}
		}
	}
	return &Index{prog: prog, roles: roles, detached: detached}
}

// entry returns what a function is an entry for by what it is.
func entry(reqs *reqctx.Index, fn *ssa.Function) defect.Role {
	switch {
	case reqs.IsEntry(fn):
		return defect.Request
	case fn.Parent() == nil && fn.Pkg != nil && fn.Signature.Recv() == nil &&
		(IsInit(fn) || fn.Pkg.Pkg.Name() == "main" && fn.Name() == "main"):
		return defect.StartUp
	case takesCommand(fn.Signature):
		return defect.Command
	}
	if fn.Parent() != nil && BoundaryOf(reqs, fn) == InGoroutine {
		return defect.Worker
	}
	return 0
}

// takesCommand reports whether a function is given what describes the command that a person
// has run.
func takesCommand(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if known.IsCommandLine(p.Type()) {
			return true
		}
	}
	return false
}

// commandOf returns the function that a store makes what a command does, or nil.
func commandOf(store *ssa.Store) *ssa.Function {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok || !known.IsCommandLine(addr.X.Type()) {
		return nil
	}
	return ssax.Literal(store.Val)
}
