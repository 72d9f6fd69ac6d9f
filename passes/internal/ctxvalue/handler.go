package ctxvalue

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A sink is what libraries hand lines with their contexts to: a handler of slog, a hook of
// logrus.
type sink struct{ pkg, iface, method, key string }

var sinks = []sink{
	{"log/slog", "Handler", "Handle", known.SlogKey},
	{"github.com/sirupsen/logrus", "Hook", "Fire", known.LogrusKey},
}

// reading returns the handlers of lines that an instruction puts into use, which read the
// contexts of lines: those of the program by what their method looks for, those of
// libraries by the tables.
func (x *finder) reading(fn *ssa.Function, instr ssa.Instruction) defect.Carriers {
	switch instr := instr.(type) {
	case *ssa.MakeInterface:
		for _, s := range sinks {
			if !ssax.IsNamed(instr.Type(), s.pkg, s.iface) {
				continue
			}
			if recv := fn.Signature.Recv(); recv != nil && types.Identical(recv.Type(), instr.X.Type()) {
				return nil // WithAttrs and WithGroup, which make another of one that is in use
			}
			keys := x.lookedFor(instr.X.Type(), s.method)
			if len(keys) == 0 {
				return nil
			}
			return defect.Carriers{{Key: s.key, By: types.TypeString(instr.X.Type(), (*types.Package).Name), Needs: keys, OnWay: true}}
		}
	case ssa.CallInstruction:
		if obj := ssax.CalleeObject(instr.Common()); obj != nil && known.MakesReadingHandler(known.KeyOf(obj)) {
			return defect.Carriers{{Key: known.SlogKey, By: ssax.NameFrom(obj, nil), OnWay: true}}
		}
	}
	return nil
}

// lookedFor returns the keys of the values that a method of a type looks for in the
// context of a line, as far as they are known.
func (x *finder) lookedFor(t types.Type, method string) []string {
	obj, _, _ := types.LookupFieldOrMethod(t, true, x.Pass.Pkg, method)
	m, ok := obj.(*types.Func)
	if !ok || m.Pkg() == nil || !x.SameModule(m.Pkg()) {
		return nil
	}
	v := x.values.OfObject(m)
	if v == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.Reads), func(key string) bool { return key == defect.UnknownKey })
}
