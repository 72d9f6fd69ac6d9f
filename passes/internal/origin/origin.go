// Package origin finds the errors that are born in a function, by calls, in receives, as
// what a panic is recovered with, and says what can be said of each: its class, how that
// is known, and where it comes from in the end.
package origin

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/destination"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A Finder finds the errors that are born in functions, and says of which class they are.
type Finder struct {
	prog  *program.Program
	known *summary.Book
	reqs  *reqctx.Index

	destinations *destination.Finder
}

// NewFinder returns one for the functions of a package, of which the summaries say what
// their callees return.
func NewFinder(prog *program.Program, known *summary.Book, reqs *reqctx.Index) *Finder {
	return &Finder{prog: prog, known: known, reqs: reqs, destinations: destination.NewFinder(prog)}
}

// An Kind says how an error value is born.
type Kind uint8

const (
	FromCall    Kind = iota
	FromParam        // handed in
	FromRecover      // a recovered panic
	FromYield        // handed to the body of a range-over-func loop
	FromReceive      // received from a channel
	FromField        // taken from where a library has left it
)

// A source says how its class came to be known, which bears on how much a
// finding is worth.
type source uint8

const (
	fromNothing   source = iota // nothing is known
	FromTable                   // a table names the function
	FromSummary                 // its body was seen
	FromInterface               // an interface method: by its shape
	FromDynamic                 // a function value: by its shape
	fromContext                 // nothing is known of the callee but that it takes a context
)

// An Origin is the place where an error value is born in a function.
type Origin struct {
	Fn     *ssa.Function
	Kind   Kind
	Instr  ssa.CallInstruction // nil for a parameter
	Value  ssa.Value           // the error; nil if nothing takes it
	Result int                 // index of the error among the results
	Handed *defect.Handed      // for a parameter: what it is handed
	Nature
}

// A Nature is what is known of the errors of an origin.
type Nature struct {
	Class  known.Class
	Source source
	Causes uint8
	From   string     // the callee of the callee that the error comes from
	Does   known.Work // of that one
	// Through names the methods of interfaces that it comes through, if nothing
	// is known but that it comes through one of these.
	Through []string
	Logged  bool // the callee has logged what it returns
	Maybe   bool // ... or some of it only by what does not always log
	Rest    bool // the callee has logged the errors of the world outside, and returns others
	// Work is what is not done, or not known, when the call fails.
	Work    known.Work
	takes   bool // the callee takes a context, or is a method of a store
	Encodes Encoding
}

// An Encoding says whether an error of a call that encodes a value can happen at all.
type Encoding uint8

const (
	NoEncoding    Encoding = iota // it encodes nothing, or how is not known
	EncodesPlain                  // a value of a type that can always be encoded: there is no error
	EncodesAnyhow                 // one of which some cannot be: an interface, a float, what encodes itself
)

// ForEffect reports whether the call that failed is made for nothing but its
// effect outside the program, so that what was to be done is not: it writes,
// sends, renames, and has no result but the error.
func (o *Origin) ForEffect() bool {
	return o.Instr != nil && o.Class == known.Environment && o.Source == FromTable && o.Instr.Common().Signature().Results().Len() == 1
}

// Origins returns the errors that are born in fn by calls, or received in it,
// in source order.
func (x *Finder) Origins(fn *ssa.Function) []*Origin {
	var origins []*Origin
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if v := received(instr); v != nil {
				origins = append(origins, &Origin{Fn: fn, Kind: FromReceive, Value: v, Nature: Nature{Class: known.Likely, Source: FromDynamic}})
			}
			if v := LeftLogged(instr); v != nil {
				origins = append(origins, &Origin{Fn: fn, Kind: FromField, Value: v, Nature: Nature{Class: known.Environment, Source: FromTable, Logged: !x.prog.Silenced(libraryOf(v))}})
			}
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			common := call.Common()
			if b, ok := common.Value.(*ssa.Builtin); ok {
				if v := call.Value(); b.Name() == "recover" && v != nil {
					o := &Origin{Fn: fn, Kind: FromRecover, Instr: call, Nature: Nature{Class: known.Environment, Source: FromTable}}
					if len(ssax.Referrers(v)) > 0 {
						o.Value = v
					}
					origins = append(origins, o)
				}
				continue
			}
			for _, i := range ssax.ErrorResults(common.Signature()) {
				if o := x.origin(fn, call, i); o != nil {
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

// libraryOf returns the path of the package that declares what a value is read from.
func libraryOf(v ssa.Value) string {
	if load, ok := v.(*ssa.UnOp); ok {
		if field := ssax.DeclaredVar(load.X); field != nil && field.Pkg() != nil {
			return field.Pkg().Path()
		}
	}
	return ""
}

// LeftLogged returns the error that an instruction takes from a field in which
// its library has left it, and has logged it, or nil.
func LeftLogged(instr ssa.Instruction) ssa.Value {
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
func (x *Finder) origin(fn *ssa.Function, call ssa.CallInstruction, i int) *Origin {
	common := call.Common()
	encodes := encodingOf(common)
	if effect, ok := program.EffectOf(common); ok && effect.Role != known.Runs && encodes == NoEncoding {
		if effect.Role != known.Prints || !toOutside(common) {
			return nil
		}
	}
	o := &Origin{Fn: fn, Kind: FromCall, Instr: call, Result: i}
	x.classify(o)
	o.Encodes = encodes
	if o.Class == known.NeverFails {
		return nil
	}
	if v := call.Value(); v != nil {
		if common.Signature().Results().Len() == 1 {
			if len(ssax.Referrers(v)) > 0 {
				o.Value = v
			}
		} else {
			for _, ref := range ssax.Referrers(v) {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == i && len(ssax.Referrers(x)) > 0 {
					o.Value = x
				}
			}
		}
	}
	if sum := x.known.OfCall(common); sum != nil && o.Value != nil {
		// A wrapper of an error that is handed in: the flow of that error
		// follows it through; it is not born here.
		for k, arg := range ssax.Args(common) {
			if ssax.IsError(arg.Type()) && sum.Param(k).Has(summary.Propagated) && o.Class != known.Environment {
				return nil
			}
		}
	}
	return o
}

// Born returns the instruction that defines the error's value.
func (o *Origin) Born() ssa.Instruction {
	if o.Value == nil {
		return nil
	}
	if o.Kind == FromParam || o.Kind == FromYield {
		return nil
	}
	return o.Value.(ssa.Instruction)
}

// Name names the callee that an error comes from, with its package; "" if it has no name.
func (o *Origin) Name() string {
	if o.Kind != FromCall {
		return ""
	}
	obj := ssax.CalleeObject(o.Instr.Common())
	if obj == nil || obj.Pkg() == nil {
		return ""
	}
	return ssax.NameFrom(obj, nil)
}
