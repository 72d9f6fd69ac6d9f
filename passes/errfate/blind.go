package errfate

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
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
func (e *engine) blind(logger ssa.Value) bool {
	if logger == nil {
		return e.defaultBlind()
	}
	return e.blindValue(logger, 0)
}

// weighBlindness says of a line of slog that its handler would make nothing of
// a context, if that can be seen.
func (e *engine) weighBlindness(f *Finding, common *ssa.CallCommon) {
	obj := ssax.CalleeObject(common)
	if obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "log/slog" && e.blind(ssax.Receiver(common)) {
		f.Evidence = append(f.Evidence, defect.EvBlind)
		f.Says.Blind = true
	}
}

// defaultBlind reports whether the package sets the default logger, and only to
// blind ones.
func (e *engine) defaultBlind() bool {
	if e.blindDefault == unknown {
		e.blindDefault = isFalse
		set, all := false, true
		for _, fn := range e.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if call, ok := instr.(ssa.CallInstruction); ok && isSlog(ssax.CalleeObject(call.Common()), "SetDefault") && !e.InTest(fn) {
						set = true
						all = all && e.blindValue(call.Common().Args[0], 0)
					}
				}
			}
		}
		if set && all {
			e.blindDefault = isTrue
		}
	}
	return e.blindDefault == isTrue
}

// isSlog reports whether fn is the function of log/slog with that name.
func isSlog(fn *types.Func, name string) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "log/slog" && fn.Signature().Recv() == nil && fn.Name() == name
}

// blindValue reports whether a logger or handler is blind.
func (e *engine) blindValue(v ssa.Value, depth int) bool {
	if v == nil || depth > 8 {
		return false
	}
	if ssax.IsNamed(v.Type(), "log/slog", "TextHandler") || ssax.IsNamed(v.Type(), "log/slog", "JSONHandler") {
		return true
	}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return e.blindValue(v.X, depth+1) || e.blindHandler(v.X.Type())
	case *ssa.ChangeInterface:
		return e.blindValue(v.X, depth+1)
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if !e.blindValue(edge, depth+1) {
				return false
			}
		}
		return len(v.Edges) > 0
	case *ssa.FreeVar:
		return e.blindValue(ssax.Binding(v), depth+1)
	case *ssa.Alloc:
		return e.allBlind(ssax.StoredIn(v), depth)
	case *ssa.UnOp:
		switch addr := v.X.(type) {
		case *ssa.Global:
			return addr.Name() == "DiscardHandler" && addr.Pkg != nil && addr.Pkg.Pkg.Path() == "log/slog" || e.allBlind(e.storedInPackage(addr, nil), depth)
		case *ssa.FieldAddr:
			return e.allBlind(e.storedInPackage(nil, ssax.FieldOf(addr)), depth)
		case *ssa.Alloc, *ssa.FreeVar:
			return v.Op == token.MUL && e.blindValue(addr, depth+1)
		}
	case *ssa.Call:
		obj := ssax.CalleeObject(&v.Call)
		switch {
		case isSlog(obj, "New"):
			return e.blindValue(v.Call.Args[0], depth+1)
		case isSlog(obj, "Default"), isSlog(obj, "With"):
			return e.defaultBlind()
		case obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "log/slog" && ssax.Receiver(&v.Call) != nil:
			return e.blindValue(ssax.Receiver(&v.Call), depth+1)
		}
		s := e.summary(&v.Call)
		return s != nil && s.Blind
	}
	return false
}

// allBlind reports whether there are values, and all are blind.
func (e *engine) allBlind(values []ssa.Value, depth int) bool {
	for _, v := range values {
		if !e.blindValue(v, depth+1) {
			return false
		}
	}
	return len(values) > 0
}

// storedInPackage returns what the package stores in a package variable or a
// field.
func (e *engine) storedInPackage(global *ssa.Global, field *types.Var) []ssa.Value {
	var values []ssa.Value
	for store := range e.Storing() {
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
func (e *engine) blindHandler(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, e.Pass.Pkg, "Handle")
	m, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	s := e.ofObject(m)
	return s != nil && s.Blind
}

// isBlind reports whether fn gives blind loggers or handlers, or is the method
// of a blind handler.
func (e *engine) isBlind(fn *ssa.Function) bool {
	if isSlogHandler(fn) {
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
			if !ssax.IsNil(ret.Results[0]) && !e.blindValue(ret.Results[0], 0) {
				return false
			}
		}
	}
	return returns
}
