package aftermath

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// maxUses bounds the uses of what stands in that are looked at.
const maxUses = 400

// A stand is a value that stands in for a result of the failed call, or is made of one.
type stand struct {
	value ssa.Value
	// text names it; exact says that it is what the callee gives with an error, or a
	// constant on the way, unchanged.
	text  string
	exact bool
}

// follow returns where what stands in for results goes: to a call that changes something, to
// a condition that leads to one, or, if it is nil, to where it is used.
func (l *loss) follow(list []stand) defect.Consequence {
	var first defect.Consequence
	var fields []ssa.Instruction // that are taken of what may be nil: nothing comes after that then
	seen := make(map[ssa.Value]bool)
	for i := 0; i < len(list) && i < maxUses; i++ {
		s := list[i]
		if seen[s.value] {
			continue
		}
		seen[s.value] = true
		if c := l.decided(s); c.Kind != defect.NothingShown && first.Kind == defect.NothingShown {
			first = c
		}
		for _, ref := range ssax.Referrers(s.value) {
			if phi, ok := ref.(*ssa.Phi); ok {
				if l.on[phi.Block()] && l.enters(phi, s.value) {
					list = append(list, stand{phi, s.text, s.exact})
				}
				continue
			}
			if !l.after(ref) || guarded(s.value, ref.Block()) {
				continue
			}
			if field, ok := ref.(*ssa.FieldAddr); ok && field.X == s.value {
				fields = append(fields, field)
			}
			switch c, next := l.use(s, ref); {
			case c.Kind == defect.DrivesChange:
				c.Unsure = slices.ContainsFunc(fields, func(field ssa.Instruction) bool { return comesFirst(field, ref) })
				return c
			case c.Kind != defect.NothingShown && first.Kind == defect.NothingShown:
				first = c
			case next.value != nil:
				list = append(list, next)
			}
		}
	}
	return first
}

// comesFirst reports whether control comes to an instruction only by another.
func comesFirst(first, then ssa.Instruction) bool {
	if first.Block() == then.Block() {
		return ssax.Before(first, then)
	}
	return first.Block().Dominates(then.Block())
}

// stands returns what stands in for the results on the way: the results themselves, with
// what the callee shows of them, and constants that the way gives variables in their place.
func (l *loss) stands() []stand {
	var list []stand
	call, ok := l.o.Instr.(*ssa.Call)
	if !ok {
		return nil
	}
	var zeroes uint8
	if s := l.x.Known.OfCall(&call.Call); s != nil && l.o.Result == call.Call.Signature().Results().Len()-1 {
		zeroes = s.Zeroes
	}
	own := make(map[ssa.Value]bool)
	for _, ref := range ssax.Referrers(call) {
		x, ok := ref.(*ssa.Extract)
		if !ok || ssax.IsError(x.Type()) {
			continue
		}
		own[x] = true
		s := stand{value: x, text: "the result"}
		if x.Index < 8 && zeroes&(1<<x.Index) != 0 {
			s.text, s.exact = zeroText(x.Type()), true
		}
		list = append(list, s)
	}
	for i := 1; i < len(l.path); i++ {
		for _, instr := range l.path[i].Instrs {
			phi, ok := instr.(*ssa.Phi)
			if !ok {
				break
			}
			if !l.on[l.path[i]] {
				continue
			}
			instead := false
			for _, edge := range phi.Edges {
				instead = instead || own[edge]
			}
			if c, ok := l.edge(phi, i).(*ssa.Const); ok && instead {
				list = append(list, stand{phi, constText(c), true})
			}
		}
	}
	return list
}

// edge returns what the way gives a phi in its block number i.
func (l *loss) edge(phi *ssa.Phi, i int) ssa.Value {
	for j, pred := range phi.Block().Preds {
		if pred == l.path[i-1] {
			return phi.Edges[j]
		}
	}
	return nil
}

// enters reports whether the way may give a phi the value.
func (l *loss) enters(phi *ssa.Phi, v ssa.Value) bool {
	if l.path == nil {
		return true
	}
	for i := 1; i < len(l.path); i++ {
		if l.path[i] == phi.Block() && l.edge(phi, i) == v {
			return true
		}
	}
	return false
}

// guarded reports whether control comes to b only by a condition on the value: what stands
// in for the result is told from one there.
func guarded(v ssa.Value, b *ssa.BasicBlock) bool {
	for d := b.Idom(); d != nil; d = d.Idom() {
		cond, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if ok && asks(cond.Cond, v) {
			return true
		}
	}
	return false
}

// asks reports whether a condition is one on v, or on its length.
func asks(cond, v ssa.Value) bool {
	if cond == v {
		return true
	}
	switch cond := cond.(type) {
	case *ssa.BinOp:
		return asks(cond.X, v) || asks(cond.Y, v)
	case *ssa.UnOp:
		return asks(cond.X, v)
	case *ssa.Call:
		b, ok := cond.Call.Value.(*ssa.Builtin)
		return ok && b.Name() == "len" && len(cond.Call.Args) == 1 && cond.Call.Args[0] == v
	}
	return false
}

// use says what an instruction does with what stands in, or what it makes of it.
func (l *loss) use(s stand, instr ssa.Instruction) (defect.Consequence, stand) {
	isNil := s.exact && s.text == "nil"
	switch instr := instr.(type) {
	case *ssa.FieldAddr:
		if isNil && instr.X == s.value {
			return l.nilUsed(instr), stand{}
		}
		return defect.Consequence{}, stand{value: instr, text: s.text}
	case *ssa.UnOp:
		if instr.Op == token.MUL && isNil {
			return l.nilUsed(instr), stand{}
		}
		return defect.Consequence{}, stand{value: instr, text: s.text}
	case *ssa.MapUpdate:
		if isNil && instr.Map == s.value {
			return l.nilUsed(instr), stand{}
		}
	case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.Convert, *ssa.Slice:
		return defect.Consequence{}, stand{instr.(ssa.Value), s.text, s.exact}
	case *ssa.Field, *ssa.IndexAddr, *ssa.Index, *ssa.Lookup, *ssa.TypeAssert, *ssa.Extract:
		return defect.Consequence{}, stand{value: instr.(ssa.Value), text: "the result"}
	case *ssa.Store:
		if instr.Val != s.value {
			break
		}
		if base, _ := ssax.Base(instr.Addr); base != nil {
			if cell, ok := base.(*ssa.Alloc); ok {
				return defect.Consequence{}, stand{value: cell, text: s.text, exact: s.exact && base == instr.Addr}
			}
		}
	case ssa.CallInstruction:
		return l.given(s, instr, isNil)
	}
	return defect.Consequence{}, stand{}
}

// removes are functions that do nothing with an empty name.
var removes = []string{"os.Remove", "os.RemoveAll"}

// given says what a call does with what stands in.
func (l *loss) given(s stand, call ssa.CallInstruction, isNil bool) (defect.Consequence, stand) {
	common := call.Common()
	if common.IsInvoke() && common.Value == s.value {
		if isNil {
			return l.nilUsed(call), stand{}
		}
		return defect.Consequence{}, stand{}
	}
	if common.Value == s.value && isNil {
		return l.nilUsed(call), stand{}
	}
	text := s.text
	if !s.exact {
		text = "the result"
	}
	if obj := ssax.CalleeObject(common); obj != nil && slices.Contains(removes, obj.FullName()) {
		return defect.Consequence{}, stand{} // of what is not there
	}
	if l.changes(common) {
		return defect.Consequence{Kind: defect.DrivesChange, Stand: text, Callee: l.callee(call)}, stand{}
	}
	return defect.Consequence{}, stand{}
}

func (l *loss) nilUsed(instr ssa.Instruction) defect.Consequence {
	return defect.Consequence{Kind: defect.NilUsed, Stand: "nil", Callee: defect.Callee{Line: l.lines(instr)}}
}

// zeroText writes the zero value of a type as a person would.
func zeroText(t types.Type) string {
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature, *types.Interface:
		return "nil"
	case *types.Basic:
		switch {
		case u.Info()&types.IsString != 0:
			return "an empty string"
		case u.Info()&types.IsBoolean != 0:
			return "false"
		case u.Info()&types.IsNumeric != 0:
			return "0"
		}
	}
	return "a zero value"
}
