package logctx

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A context gives a line of slog what the logger's handler reads from it. The
// handlers of the standard library read nothing, and where a logger can be
// followed to one of them, or to one that does not look at its context, its
// lines lose nothing without. Mostly it cannot be followed: loggers are handed
// in, and handlers are put together where the program begins. Then nothing is
// said.

// blind reports whether the handler of a line's logger is seen to read nothing
// from contexts. A nil logger is the default one.
func (l *slogs) blind(logger ssa.Value) bool {
	if logger == nil {
		return l.defaultBlind()
	}
	return l.blindValue(logger, new(ssax.Walk))
}

// weighBlindness says of a line of slog that its handler would make nothing of
// a context, if that can be seen.
func (l *slogs) weighBlindness(f *defect.Finding, common *ssa.CallCommon) {
	obj := ssax.CalleeObject(common)
	if obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "log/slog" && l.blind(ssax.Receiver(common)) {
		f.Evidence = append(f.Evidence, defect.EvBlind)
		f.Says.Blind = true
	}
}

// defaultBlind reports whether the package sets the default logger, and only to
// blind ones.
func (l *slogs) defaultBlind() bool {
	if l.blindDefault != nil {
		return *l.blindDefault
	}
	l.blindDefault = new(bool) // for who asks on the way
	set := l.settingDefault()
	blind := len(set) > 0
	for _, call := range set {
		blind = blind && l.blindValue(call.Args[0], new(ssax.Walk))
	}
	l.blindDefault = nil
	if l.solved {
		l.blindDefault = &blind
	}
	return blind
}

// settingDefault returns the calls that set the default logger, outside of tests.
func (l *slogs) settingDefault() []*ssa.CallCommon {
	if l.defaults != nil {
		return l.defaults
	}
	l.defaults = []*ssa.CallCommon{}
	for _, fn := range l.Funcs {
		if l.InTest(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok && isSlog(ssax.CalleeObject(call.Common()), "SetDefault") {
					l.defaults = append(l.defaults, call.Common())
				}
			}
		}
	}
	return l.defaults
}

// isSlog reports whether fn is the function of log/slog with that name.
func isSlog(fn *types.Func, name string) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "log/slog" && fn.Signature().Recv() == nil && fn.Name() == name
}

// blindValue reports whether a logger or handler is blind.
func (l *slogs) blindValue(v ssa.Value, w *ssax.Walk) bool {
	if !w.Enter(v) {
		return false
	}
	if ssax.IsNamed(v.Type(), "log/slog", "TextHandler") || ssax.IsNamed(v.Type(), "log/slog", "JSONHandler") {
		return true
	}
	if made, ok := v.(*ssa.MakeInterface); ok && l.blindHandler(made.X.Type()) {
		return true
	}
	if from, ok := ssax.Back(v); ok {
		return l.allBlind(from, w)
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		switch addr := v.X.(type) {
		case *ssa.Global:
			return addr.Name() == "DiscardHandler" && addr.Pkg != nil && addr.Pkg.Pkg.Path() == "log/slog" || l.allBlind(l.storedInPackage(addr, nil), w)
		case *ssa.FieldAddr:
			return l.allBlind(l.storedInPackage(nil, ssax.FieldOf(addr)), w)
		}
	case *ssa.Call:
		obj := ssax.CalleeObject(&v.Call)
		switch {
		case isSlog(obj, "New"):
			return l.blindValue(v.Call.Args[0], w)
		case isSlog(obj, "Default"), isSlog(obj, "With"):
			return l.defaultBlind()
		case obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "log/slog" && ssax.Receiver(&v.Call) != nil:
			return l.blindValue(ssax.Receiver(&v.Call), w)
		}
		t := l.traits.OfCall(&v.Call)
		return t != nil && t.Blind
	}
	return false
}

// allBlind reports whether there are values, and all are blind.
func (l *slogs) allBlind(values []ssa.Value, w *ssax.Walk) bool {
	for _, v := range values {
		if !l.blindValue(v, w) {
			return false
		}
	}
	return len(values) > 0
}

// storedInPackage returns what the package stores in a package variable or a
// field.
func (l *slogs) storedInPackage(global *ssa.Global, field *types.Var) []ssa.Value {
	var values []ssa.Value
	for store := range l.Storing() {
		addr, isField := store.Addr.(*ssa.FieldAddr)
		if global != nil && store.Addr == ssa.Value(global) || field != nil && isField && ssax.FieldOf(addr) == field {
			values = append(values, store.Val)
		}
	}
	return values
}

// blindHandler reports whether the method Handle of a type does not look at its
// context. One that hands it to another handler is as blind as that one, which
// is not known.
func (l *slogs) blindHandler(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, l.Pass.Pkg, "Handle")
	m, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	known := l.traits.OfObject(m)
	return known != nil && known.Blind
}

// isBlind reports whether fn gives blind loggers or handlers, or is the method
// of a blind handler.
func (l *slogs) isBlind(fn *ssa.Function) bool {
	if logline.IsSlogHandler(fn) {
		for _, p := range fn.Params {
			if ssax.IsContext(p.Type()) && len(ssax.Referrers(p)) > 0 {
				return false
			}
		}
		return fn.Name() == "Handle"
	}
	results := fn.Signature.Results()
	if results.Len() == 0 || !ssax.IsNamed(results.At(0).Type(), "log/slog", "Logger") && !ssax.IsNamed(results.At(0).Type(), "log/slog", "Handler") {
		return false
	}
	returns := false
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			returns = true
			if !ssax.IsNil(ret.Results[0]) && !l.blindValue(ret.Results[0], new(ssax.Walk)) {
				return false
			}
		}
	}
	return returns
}
