// Package keeper finds objects that keep the error which ends them, of which nobody asks
// for it: rows, scanners, iterators, buffered writers. A loop over one ends in the same way
// when all was read and when the connection broke.
//
// Its law: an object is followed only where all that is done with it is seen. What is
// handed to a function, stored, returned or captured by more than clean-up may be asked
// there, and is silent.
package keeper

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Forgotten is an object that is not asked for its error on some path.
type Forgotten struct {
	Call   *ssa.Call   // that may have ended early: rows.Next()
	Ask    string      // the method that has to be asked
	Return *ssa.Return // where the path returns as if all were well
	Told   bool        // the function returns errors, and nil there: the caller is told that all went well
	Loops  bool        // a loop asks the call whether there is more
}

// In returns the objects of a function that are not asked for their errors, in the order
// of the source.
func In(fn *ssa.Function) []Forgotten {
	var found []Forgotten
	for _, b := range fn.Blocks {
		for i, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			obj := ssax.CalleeObject(&call.Call)
			if obj == nil {
				continue
			}
			ask, ok := known.KeeperOf(obj)
			if !ok {
				continue
			}
			o := &object{ask: ask, calls: make(map[ssa.Instruction]bool)}
			if !o.follow(root(ssax.Receiver(&call.Call))) || o.asked(call) {
				continue
			}
			if ret := o.exit(call, i); ret != nil {
				found = append(found, Forgotten{
					Call: call, Ask: ask, Return: ret, Told: len(ssax.ErrorResults(fn.Signature)) > 0,
					Loops: ssax.IsBool(call.Type()) && slices.ContainsFunc(b.Succs, func(next *ssa.BasicBlock) bool { return ssax.Reaches(next, b) }),
				})
			}
		}
	}
	return found
}

// A Result is one that keeps the error of the call that gave it.
type Result struct {
	Call     *ssa.Call
	On       types.Type // what the method is called on, also one that is promoted
	Ask      string     // what has to be asked for the error
	OnlyRead bool       // what the result holds beside the error is taken out of it, and nothing else
}

// Results returns the results that keep an error which nobody asks for, in the order of the
// source. quiet says that a library has been told not to log what it does.
func Results(fn *ssa.Function, quiet func(pkg string) bool) []Result {
	var found []Result
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			obj := ssax.CalleeObject(&call.Call)
			if obj == nil {
				continue
			}
			on := executor(ssax.Receiver(&call.Call), obj.Name())
			if on == nil {
				continue
			}
			ask, ok := known.ResultKeeper(call.Type())
			if !ok || logs(obj) && !quiet(obj.Pkg().Path()) {
				continue
			}
			if refs := ssax.Referrers(call); len(refs) == 0 {
				found = append(found, Result{Call: call, On: on, Ask: ask})
			} else if onlyRead(call, refs) {
				found = append(found, Result{Call: call, On: on, Ask: ask, OnlyRead: true})
			}
		}
	}
	return found
}

// executor returns the type of what a method is called on, that does at once what the method
// says: also one that is embedded in what it is written on. It returns nil if there is none.
func executor(receiver ssa.Value, method string) types.Type {
	for receiver != nil {
		if t := receiver.Type(); known.Executes(t, method) {
			return t
		}
		load, ok := receiver.(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			return nil
		}
		addr, ok := load.X.(*ssa.FieldAddr)
		if !ok || ssax.FieldOf(addr) == nil || !ssax.FieldOf(addr).Embedded() {
			return nil
		}
		receiver = addr.X
	}
	return nil
}

// logs reports whether the library of a method logs its errors unless it is told not to.
func logs(obj *types.Func) bool { return known.HoldsLogged(obj.Signature().Recv().Type(), "Error") }

// onlyRead reports whether all that is done with a result is to take out of it what it
// holds beside the error.
func onlyRead(call *ssa.Call, refs []ssa.Instruction) bool {
	for _, ref := range refs {
		use, ok := ref.(*ssa.Call)
		if !ok || ssax.Receiver(&use.Call) != ssa.Value(call) {
			return false
		}
		if obj := ssax.CalleeObject(&use.Call); obj == nil || obj.Name() != "Val" {
			return false
		}
	}
	return true
}

// root returns where an object is held: the result of the call that made it, or the local
// variable that was given it; nil for any other.
func root(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return nil
			}
			v = x.X
		case *ssa.FieldAddr:
			v = x.X // embedded: sqlx.Rows
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.Call, *ssa.Extract, *ssa.Alloc:
			return x
		default:
			return nil
		}
	}
}

// An object is followed through all that is done with it.
type object struct {
	ask   string
	calls map[ssa.Instruction]bool // of the method that has to be asked, or of Close with its error taken
}

// follow looks at all uses of what holds the object; it returns false if one is not
// understood.
func (o *object) follow(v ssa.Value) bool {
	if v == nil {
		return false
	}
	switch v := v.(type) {
	case *ssa.Alloc:
		stores := 0
		for _, ref := range ssax.Referrers(v) {
			if store, ok := ref.(*ssa.Store); ok {
				if store.Val == ssa.Value(v) {
					return false
				}
				stores++
				if made := made(store.Val); made == nil || inMemory(made) {
					return false
				}
			}
		}
		return stores == 1 && o.cell(v)
	case *ssa.Call, *ssa.Extract:
		if m := made(v); m == nil || inMemory(m) {
			return false
		}
		return o.uses(v)
	}
	return false
}

// made returns the call that an object comes from, nil if it comes from none.
func made(v ssa.Value) *ssa.Call {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, _ := v.(*ssa.Call)
	return call
}

// inMemory reports whether an object is made of what is in memory, of a response, whose
// errors are the client's, or of standard input, which nobody asks.
func inMemory(made *ssa.Call) bool {
	for _, arg := range made.Call.Args {
		if program.InMemory(arg) || reqctx.IsResponse(ssax.Unwrap(arg).Type()) {
			return true
		}
		if g, ok := ssax.GlobalOf(ssax.Unwrap(arg)); ok && g.Pkg != nil && g.Pkg.Pkg.Path() == "os" {
			return true
		}
	}
	return false
}

// cell looks at what is read from a variable, also by closures that capture it.
func (o *object) cell(v ssa.Value) bool {
	for _, ref := range ssax.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.Store, *ssa.DebugRef:
		case *ssa.UnOp:
			if !o.uses(ref) {
				return false
			}
		case *ssa.MakeClosure:
			fn := ref.Fn.(*ssa.Function)
			for i, binding := range ref.Bindings {
				if binding == v && !o.cell(fn.FreeVars[i]) {
					return false
				}
			}
		default:
			return false
		}
	}
	return true
}

// uses looks at what is done with a value that is the object.
func (o *object) uses(v ssa.Value) bool {
	for _, ref := range ssax.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
		case *ssa.Store:
			// The one that gives a variable the object.
			if _, local := ref.Addr.(*ssa.Alloc); !local || ref.Val != v {
				return false
			}
		case *ssa.FieldAddr:
			if !o.cell(ref) {
				return false
			}
		case *ssa.ChangeInterface:
			if !o.uses(ref) {
				return false
			}
		case ssa.CallInstruction:
			if ssax.Receiver(ref.Common()) != v {
				return false
			}
			for _, arg := range ssax.Args(ref.Common()) {
				if arg == v {
					return false
				}
			}
			o.note(ref)
		default:
			return false
		}
	}
	return true
}

// note notes a call of a method of the object that asks for the error.
func (o *object) note(call ssa.CallInstruction) {
	obj := ssax.CalleeObject(call.Common())
	if obj == nil {
		return
	}
	closes := obj.Name() == "Close" && call.Value() != nil && len(ssax.Referrers(call.Value())) > 0
	if obj.Name() == o.ask || closes {
		o.calls[call] = true
	}
}

// asked reports whether the object is asked where the order cannot be told: in a closure.
func (o *object) asked(call *ssa.Call) bool {
	for other := range o.calls {
		if other.Parent() != call.Parent() {
			return true
		}
	}
	return false
}

// exit returns a return statement that says that all went well, to which control comes
// from where the call has found no more, with nobody asking on the way; nil if there is
// none.
func (o *object) exit(call *ssa.Call, at int) *ssa.Return {
	b := call.Block()
	seen := make(map[*ssa.BasicBlock]bool)
	path := []*ssa.BasicBlock{b}
	var visit func(b *ssa.BasicBlock, from int) *ssa.Return
	visit = func(b *ssa.BasicBlock, from int) *ssa.Return {
		if from == 0 {
			path = append(path, b)
			defer func() { path = path[:len(path)-1] }()
		}
		for _, instr := range b.Instrs[from:] {
			if o.calls[instr] || instr == ssa.Instruction(call) {
				return nil
			}
			if ret, ok := instr.(*ssa.Return); ok {
				if succeeds(ret, path) {
					return ret
				}
				return nil
			}
		}
		for _, succ := range b.Succs {
			if !seen[succ] {
				seen[succ] = true
				if ret := visit(succ, 0); ret != nil {
					return ret
				}
			}
		}
		return nil
	}
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok || !ssax.IsBool(call.Type()) {
		if ssax.IsBool(call.Type()) {
			return nil // what it says is used in another way
		}
		return visit(b, at+1)
	}
	switch test := cond.Cond.(type) {
	case *ssa.Call:
		if test == call {
			return visit(b.Succs[1], 0)
		}
	case *ssa.UnOp:
		if test.Op == token.NOT && test.X == ssa.Value(call) {
			return visit(b.Succs[0], 0)
		}
	}
	return nil
}

// succeeds reports whether a return statement, at the end of a path, returns no error: nil,
// if the function returns errors at all.
func succeeds(ret *ssa.Return, path []*ssa.BasicBlock) bool {
	for _, result := range ret.Results {
		if !ssax.IsErrorLike(result.Type()) {
			continue
		}
		if v := ssax.Resolve(result, path); v == nil || !ssax.IsNil(v) {
			return false
		}
	}
	return true
}
