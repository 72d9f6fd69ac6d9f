package ssax

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// The walk backward over values: what a value is one of, through phis, conversions and
// variables of the functions around. Each question that is answered by going back asks the
// same walk, and looks itself only at what is made where it stands: calls, fields,
// parameters.

// maxWalk bounds how many values one walk enters. What lies beyond is unknown.
const maxWalk = 256

// A Walk is one way back over values. Its zero value is ready for use.
type Walk struct{ seen map[ssa.Value]bool }

// Enter reports whether v is to be looked at: it is not nil, the walk has not come by
// before, and has not gone on for too long.
func (w *Walk) Enter(v ssa.Value) bool {
	if v == nil || w.seen[v] || len(w.seen) == maxWalk {
		return false
	}
	if w.seen == nil {
		w.seen = make(map[ssa.Value]bool)
	}
	w.seen[v] = true
	return true
}

// Back returns the values that v is one of, one step back: the edges of a phi, what a
// conversion keeps, what a local variable is given, what a captured one stands for. ok is
// false for a value that is made where it stands, and for a variable that is given nothing.
func Back(v ssa.Value) (from []ssa.Value, ok bool) {
	switch v := v.(type) {
	case *ssa.Phi:
		return v.Edges, true
	case *ssa.MakeInterface:
		return []ssa.Value{v.X}, true
	case *ssa.ChangeInterface:
		return []ssa.Value{v.X}, true
	case *ssa.ChangeType:
		return []ssa.Value{v.X}, true
	case *ssa.FreeVar:
		if outer := Binding(v); outer != nil {
			return []ssa.Value{outer}, true
		}
	case *ssa.Alloc:
		from = StoredIn(v)
		return from, len(from) > 0
	case *ssa.UnOp:
		switch v.X.(type) {
		case *ssa.Alloc, *ssa.FreeVar:
			return []ssa.Value{v.X}, v.Op == token.MUL
		}
	}
	return nil, false
}

// Sources returns the values that v may be, made where they stand, in the order in which the
// walk finds them; all is false if there may be others.
func Sources(v ssa.Value) (sources []ssa.Value, all bool) {
	var w Walk
	all = true
	var visit func(v ssa.Value)
	visit = func(v ssa.Value) {
		if w.seen[v] {
			return
		}
		if !w.Enter(v) {
			all = false
			return
		}
		from, ok := Back(v)
		if !ok {
			sources = append(sources, v)
			return
		}
		if cell, isCell := v.(*ssa.Alloc); isCell && writtenByClosure(cell) {
			all = false
		}
		for _, v := range from {
			visit(v)
		}
	}
	visit(v)
	return sources, all
}

// writtenByClosure reports whether a closure may put something into a variable that it
// captures.
func writtenByClosure(cell *ssa.Alloc) bool {
	for _, ref := range Referrers(cell) {
		if mc, ok := ref.(*ssa.MakeClosure); ok && ClosureWrites(mc, cell) {
			return true
		}
	}
	return false
}
