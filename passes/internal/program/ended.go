package program

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Ended reports whether a boolean, being want, says that what the code works for has ended: its
// context (ctx.Err() != nil, errors.Is(ctx.Err(), context.Canceled), a select that receives from ctx.Done()), or what it
// serves, which somebody has closed (s.closed, l.isStopped(), quitting.Load()). What fails then fails because of that.
func Ended(v ssa.Value, want bool) bool {
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return Ended(v.X, !want)
		}
		return want && v.Op == token.MUL && convention.Ended(nameOf(v.X))
	case *ssa.BinOp:
		return (v.Op == token.EQL || v.Op == token.NEQ) && comparedEnded(v, (v.Op == token.EQL) == want)
	case *ssa.Call:
		if !want {
			return false
		}
		obj := ssax.CalleeObject(&v.Call)
		if obj == nil {
			return false
		}
		args := ssax.Args(&v.Call)
		switch {
		case obj.FullName() == "errors.Is":
			return ssax.IsContextErr(args[0])
		case obj.FullName() == "(*sync/atomic.Bool).Load":
			return convention.Ended(nameOf(ssax.Receiver(&v.Call)))
		}
		return ssax.IsBool(v.Type()) && len(args) == 0 && convention.Ended(obj.Name())
	}
	return false
}

// comparedEnded is [Ended] for a comparison which says that its sides are equal, or that they are not.
func comparedEnded(v *ssa.BinOp, equal bool) bool {
	x, y := v.X, v.Y
	if ssax.IsContextErr(y) {
		x, y = y, x
	}
	if ssax.IsContextErr(x) {
		return equal != ssax.IsNil(y)
	}
	index, ok := x.(*ssa.Extract)
	if !ok || !equal {
		return false
	}
	sel, ok := index.Tuple.(*ssa.Select)
	of, isConst := y.(*ssa.Const)
	if !ok || !isConst || index.Index != 0 || of.Value == nil {
		return false
	}
	n, exact := constant.Int64Val(of.Value)
	return exact && n >= 0 && n < int64(len(sel.States)) && isDone(sel.States[n].Chan)
}

// isDone reports whether a channel is that of a context, closed when it ends.
func isDone(ch ssa.Value) bool {
	call, ok := ch.(*ssa.Call)
	if !ok {
		return false
	}
	obj := ssax.CalleeObject(&call.Call)
	return obj != nil && obj.FullName() == "(context.Context).Done"
}

// nameOf returns the name of the field or variable that an address is that of, "" for any other.
func nameOf(addr ssa.Value) string {
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		return ssax.FieldName(addr)
	case *ssa.Global, *ssa.FreeVar:
		return addr.Name()
	case *ssa.Alloc:
		return addr.Comment
	}
	return ""
}
