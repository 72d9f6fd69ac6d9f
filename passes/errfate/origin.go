package errfate

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// An originKind says how an error value is born.
type originKind uint8

const (
	fromCall    originKind = iota
	fromParam              // handed in
	fromRecover            // a recovered panic
	fromYield              // handed to the body of a range-over-func loop
	fromReceive            // received from a channel
	fromField              // taken from where a library has left it
)

// A source says how its class came to be known, which bears on how much a
// finding is worth.
type source uint8

const (
	fromNothing   source = iota // nothing is known
	fromTable                   // a table names the function
	fromSummary                 // its body was seen
	fromInterface               // an interface method: by its shape
	fromDynamic                 // a function value: by its shape
	fromContext                 // nothing is known of the callee but that it takes a context
)

// An origin is the place where an error value is born in a function.
type origin struct {
	fn     *ssa.Function
	kind   originKind
	instr  ssa.CallInstruction // nil for a parameter
	value  ssa.Value           // the error; nil if nothing takes it
	result int                 // index of the error among the results
	class  known.Class
	source source
	causes uint8
	from   string // what the error comes from in the end
	// through names the methods of interfaces that it comes through, if nothing
	// is known but that it comes through one of these
	through []string
	logged  bool           // the callee has logged what it returns
	maybe   bool           // ... or some of it only by what does not always log
	rest    bool           // the callee has logged the errors of the world outside, and returns others
	takes   bool           // the callee takes a context, or is a method of a store
	handed  *defect.Handed // for a parameter: what it is handed
}

// forEffect reports whether the call that failed is made for nothing but its
// effect outside the program, so that what was to be done is not: it writes,
// sends, renames, and has no result but the error.
func (o *origin) forEffect() bool {
	return o.instr != nil && o.class == known.Environment && o.source == fromTable && o.instr.Common().Signature().Results().Len() == 1
}

// origins returns the errors that are born in fn by calls, or received in it,
// in source order.
func (e *engine) origins(fn *ssa.Function) []*origin {
	var origins []*origin
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if v := received(instr); v != nil {
				origins = append(origins, &origin{fn: fn, kind: fromReceive, value: v, class: known.Likely, source: fromDynamic})
			}
			if v := leftLogged(instr); v != nil {
				origins = append(origins, &origin{fn: fn, kind: fromField, value: v, class: known.Environment, source: fromTable, logged: true})
			}
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			common := call.Common()
			if b, ok := common.Value.(*ssa.Builtin); ok {
				if v := call.Value(); b.Name() == "recover" && v != nil {
					o := &origin{fn: fn, kind: fromRecover, instr: call, class: known.Environment, source: fromTable}
					if len(ssax.Referrers(v)) > 0 {
						o.value = v
					}
					origins = append(origins, o)
				}
				continue
			}
			for _, i := range ssax.ErrorResults(common.Signature()) {
				if o := e.origin(fn, call, i); o != nil {
					origins = append(origins, o)
				}
			}
		}
	}
	return origins
}

// received returns the error that an instruction takes from a channel, if
// anything takes it from there, or nil.
func received(instr ssa.Instruction) ssa.Value {
	recv, ok := instr.(*ssa.UnOp)
	if !ok || recv.Op != token.ARROW {
		return nil
	}
	if !recv.CommaOk {
		if ssax.IsError(recv.Type()) && len(ssax.Referrers(recv)) > 0 {
			return recv
		}
		return nil
	}
	for _, ref := range ssax.Referrers(recv) {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == 0 && ssax.IsError(x.Type()) && len(ssax.Referrers(x)) > 0 {
			return x
		}
	}
	return nil
}

// leftLogged returns the error that an instruction takes from a field in which
// its library has left it, and has logged it, or nil.
func leftLogged(instr ssa.Instruction) ssa.Value {
	load, ok := instr.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || len(ssax.Referrers(load)) == 0 {
		return nil
	}
	if addr, ok := load.X.(*ssa.FieldAddr); ok && known.HoldsLogged(addr.X.Type(), ssax.FieldName(addr)) {
		return load
	}
	return nil
}

// origin returns the origin that result i of a call is, or nil if it is none:
// a wrapped error, a new one, or one that is always nil.
func (e *engine) origin(fn *ssa.Function, call ssa.CallInstruction, i int) *origin {
	common := call.Common()
	if effect, ok := program.EffectOf(common); ok && effect.Role != known.Runs {
		if effect.Role != known.Prints || !toOutside(common) {
			return nil
		}
	}
	o := &origin{fn: fn, kind: fromCall, instr: call, result: i}
	e.classify(o)
	if o.class == known.NeverFails {
		return nil
	}
	if v := call.Value(); v != nil {
		if common.Signature().Results().Len() == 1 {
			if len(ssax.Referrers(v)) > 0 {
				o.value = v
			}
		} else {
			for _, ref := range ssax.Referrers(v) {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == i && len(ssax.Referrers(x)) > 0 {
					o.value = x
				}
			}
		}
	}
	if sum := e.OfCall(common); sum != nil && o.value != nil {
		// A wrapper of an error that is handed in: the flow of that error
		// follows it through; it is not born here.
		for k, arg := range ssax.Args(common) {
			if ssax.IsError(arg.Type()) && sum.Param(k).Has(summary.Propagated) && o.class != known.Environment {
				return nil
			}
		}
	}
	return o
}

// born returns the instruction that defines the error's value.
func (o *origin) born() ssa.Instruction {
	if o.value == nil {
		return nil
	}
	if o.kind == fromParam || o.kind == fromYield {
		return nil
	}
	return o.value.(ssa.Instruction)
}
