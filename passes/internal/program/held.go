package program

import (
	"go/token"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A call that names no function calls what a variable holds: a package
// variable, a field, or a local one. Where everything that this package puts
// there is known, the call does what those functions do, joined; where
// anything else is put there, or nothing is, it is unknown. What other
// packages assign to an exported variable is not seen, as implementations of
// an interface in other packages are not.

// A Held is what variables of function type are seen to hold.
type Held struct {
	Funcs []*ssa.Function // in source order
	open  bool            // something else as well
}

// Known reports whether everything that the variable holds was seen.
func (h Held) Known() bool { return len(h.Funcs) > 0 && !h.open }

// add adds what v may be.
func (h *Held) add(p *Program, v ssa.Value, depth int) {
	if depth > 4 {
		h.open = true
		return
	}
	if fn := ssax.Literal(v); fn != nil {
		h.Funcs = append(h.Funcs, fn)
		return
	}
	switch v := v.(type) {
	case *ssa.Const: // nil: a call of it does not return
	case *ssa.Phi:
		for _, edge := range v.Edges {
			h.add(p, edge, depth+1)
		}
	case *ssa.UnOp:
		other := p.heldBy(v, depth+1)
		h.Funcs = append(h.Funcs, other.Funcs...)
		h.open = h.open || !other.Known()
	default:
		h.open = true
	}
}

// heldBy returns what the variable that v loads is seen to hold.
func (p *Program) heldBy(v ssa.Value, depth int) Held {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return Held{open: true}
	}
	if variable := ssax.DeclaredVar(load.X); variable != nil {
		if variable.Pkg() != p.Pass.Pkg {
			return Held{open: true}
		}
		var h Held
		p.addVar(&h, variable, depth)
		return h
	}
	cell := load.X
	if fv, ok := cell.(*ssa.FreeVar); ok {
		cell = ssax.Binding(fv)
	}
	alloc, ok := cell.(*ssa.Alloc)
	if !ok {
		return Held{open: true}
	}
	var h Held
	p.addCell(&h, alloc, depth)
	return h
}

// addVar adds what the package stores in a package variable or field.
func (p *Program) addVar(h *Held, v *types.Var, depth int) {
	for _, stored := range p.Stored()[v] {
		h.add(p, stored, depth)
	}
}

// addCell adds what the functions of a family store in a local variable.
func (p *Program) addCell(h *Held, cell ssa.Value, depth int) {
	for _, ref := range ssax.Referrers(cell) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != cell {
				h.open = true // its address goes elsewhere
				continue
			}
			h.add(p, ref.Val, depth)
		case *ssa.MakeClosure:
			for i, binding := range ref.Bindings {
				if binding == cell {
					p.addCell(h, ref.Fn.(*ssa.Function).FreeVars[i], depth)
				}
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			h.open = true
		}
	}
}

// Stored returns, for each package variable and field of function type that
// the package declares, what it stores there.
func (p *Program) Stored() map[*types.Var][]ssa.Value {
	if p.stores != nil {
		return p.stores
	}
	p.stores = make(map[*types.Var][]ssa.Value)
	for store := range p.Storing() {
		if _, isFunc := store.Val.Type().Underlying().(*types.Signature); !isFunc {
			continue
		}
		if v := ssax.DeclaredVar(store.Addr); v != nil && v.Pkg() == p.Pass.Pkg {
			p.stores[v] = append(p.stores[v], store.Val)
		}
	}
	return p.stores
}

// Storing yields the stores of the package outside its tests, those of the
// initial values of its variables first.
func (p *Program) Storing() iter.Seq[*ssa.Store] {
	return func(yield func(*ssa.Store) bool) {
		for instr := range p.inProduction() {
			if store, ok := instr.(*ssa.Store); ok && !yield(store) {
				return
			}
		}
	}
}

// inProduction yields the instructions of the package outside its tests, those of the
// initial values of its variables first.
func (p *Program) inProduction() iter.Seq[ssa.Instruction] {
	return func(yield func(ssa.Instruction) bool) {
		funcs := p.Funcs
		if init := p.Pkg.Func("init"); init != nil {
			funcs = append([]*ssa.Function{init}, funcs...)
		}
		for _, fn := range funcs {
			if p.InTest(fn) {
				continue
			}
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if !yield(instr) {
						return
					}
				}
			}
		}
	}
}

// HeldBy returns what the variable that v loads is seen to hold.
func (p *Program) HeldBy(v ssa.Value) Held { return p.heldBy(v, 0) }

// HeldByVar returns what a package variable or field is seen to hold.
func (p *Program) HeldByVar(v *types.Var) Held {
	var h Held
	p.addVar(&h, v, 0)
	return h
}
