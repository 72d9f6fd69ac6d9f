package role

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Role is what a function does its work for: a set, since several entries may lead to
// one function. It is empty where no entry is seen to lead there, as in what other packages
// call.
type Role uint8

const (
	Request Role = 1 << iota // a request, a call or a message is handled
	Worker                   // a goroutine does work of the program's own
	StartUp                  // the program starts: main, init
	Command                  // a person has run a command
)

// Of returns the strongest of several roles: who waits for a request is told last that it
// failed, and who has run a command first.
func (r Role) Of() Role {
	for _, one := range []Role{Request, Worker, Command, StartUp} {
		if r&one != 0 {
			return one
		}
	}
	return 0
}

// Roles returns what each function of a package does its work for, by which entries lead
// to it over calls inside the package. Names say nothing.
func Roles(prog *program.Program, reqs *reqctx.Index) map[*ssa.Function]Role {
	roles := make(map[*ssa.Function]Role)
	detached := make(map[*ssa.Function]bool) // those that do not run for what is around them
	var work []*ssa.Function
	add := func(fn *ssa.Function, r Role) {
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
							add(callee, Worker)
						}
					}
				case *ssa.Store:
					if run := commandOf(instr); run != nil {
						detached[run] = true
						add(prog.Declaration(run), Command)
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
				if _, starts := call.(*ssa.Go); starts {
					continue // a worker of its own
				}
				for _, callee := range prog.Callees(call.Common()) {
					if !detached[callee] || roles[fn]&Request != 0 {
						add(callee, roles[fn])
					}
				}
			}
		}
	}
	return roles
}

// entry returns what a function is an entry for by what it is.
func entry(reqs *reqctx.Index, fn *ssa.Function) Role {
	switch {
	case reqs.IsEntry(fn):
		return Request
	case fn.Parent() == nil && fn.Pkg != nil && fn.Signature.Recv() == nil &&
		(IsInit(fn) || fn.Pkg.Pkg.Name() == "main" && fn.Name() == "main"):
		return StartUp
	case takesCommand(fn.Signature):
		return Command
	}
	if fn.Parent() != nil && BoundaryOf(reqs, fn) == InGoroutine {
		return Worker
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
