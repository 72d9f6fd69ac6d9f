package style

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// Unused returns samples of loggers that could be used though no line of the
// package shows how: those that the file or the package imports, and
// slog, if another package of the module that this one depends on uses it.
// They are made up from the signatures of the loggers.
func (ls *Lines) Unused() []*Sample {
	if ls.others != nil {
		return ls.others
	}
	ls.others = []*Sample{}
	for _, pkg := range ls.pkg.Imports() {
		ls.others = append(ls.others, ls.madeUp(pkg)...)
	}
	if len(ls.others) > 0 || len(ls.Samples()) > 0 {
		return ls.others
	}
	if pkg := ls.moduleSlog(); pkg != nil {
		ls.others = append(ls.others, ls.madeUp(pkg)...)
	}
	return ls.others
}

// Bound returns samples of the loggers that functions of the module make of a
// context, for packages that write no lines themselves.
func (ls *Lines) Bound(binders []defect.Binder) []*Sample {
	var samples []*Sample
	for _, b := range binders {
		s, made := ls.binders[b.Call]
		if !made {
			s = ls.madeBy(b)
			ls.binders[b.Call] = s
		}
		if s != nil {
			samples = append(samples, s)
		}
	}
	return samples
}

// madeBy returns a sample of the logger that a binder makes, or nil.
func (ls *Lines) madeBy(b defect.Binder) *Sample {
	qualifier, name, ok := strings.Cut(b.Call, ".")
	if !ok || b.Method || ls.pkg.Pass.Module == nil {
		return nil
	}
	for _, pkg := range ls.pkg.Module() {
		fn, ok := pkg.Scope().Lookup(name).(*types.Func)
		if !ok || pkg.Name() != qualifier || !visible(pkg.Path(), ls.pkg.Pass.Pkg.Path()) {
			continue
		}
		sig := fn.Signature()
		fixed := sig.Params().Len()
		if sig.Variadic() {
			fixed--
		}
		if fixed != 1 || sig.TypeParams() != nil || sig.Results().Len() != 1 || !source.IsContext(sig.Params().At(0).Type()) {
			continue
		}
		typ := sig.Results().At(0).Type()
		if s := ls.oneOf(source.Methods(typ)); s != nil {
			s.Type, s.Binder = typ, fn
			s.Weight = ls.callsOf(fn)
			return s
		}
	}
	return nil
}

// callsOf returns how often the package calls a function.
func (ls *Lines) callsOf(fn *types.Func) int {
	n := 0
	for _, file := range ls.pkg.Files {
		for call := range ast.Preorder(file) {
			if call, ok := call.(*ast.CallExpr); ok && ls.pkg.Callee(call) == fn {
				n++
			}
		}
	}
	return n
}

// visible reports whether a package may import another, as far as that may be
// internal.
func visible(path, from string) bool {
	parent, _, internal := strings.Cut("/"+path+"/", "/internal/")
	return !internal || strings.HasPrefix("/"+from+"/", parent+"/")
}

// madeUp returns samples of a logger's package: of its functions, and of the
// methods of its types.
func (ls *Lines) madeUp(pkg *types.Package) []*Sample {
	switch pkg.Path() {
	case "fmt", "testing", "flag", "github.com/spf13/cobra":
		return nil // they print, but are no loggers
	}
	var samples []*Sample
	var functions []*types.Func
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			functions = append(functions, obj)
		case *types.TypeName:
			if !obj.Exported() || obj.IsAlias() {
				continue
			}
			for _, t := range []types.Type{types.NewPointer(obj.Type()), obj.Type()} {
				if _, isPointer := t.(*types.Pointer); isPointer && types.IsInterface(obj.Type()) {
					continue
				}
				if s := ls.oneOf(source.Methods(t)); s != nil {
					s.Type = t
					samples = append(samples, s)
				}
			}
		}
	}
	if s := ls.oneOf(functions); s != nil {
		s.Pkg = pkg
		samples = append(samples, s)
	}
	return samples
}

// oneOf returns a sample of a line at level Error that one of the functions
// writes or begins, or nil.
func (ls *Lines) oneOf(functions []*types.Func) *Sample {
	var best *Sample
	for _, fn := range functions {
		effect, ok := known.EffectOf(fn)
		if !ok && fn.Signature().Recv() != nil && isLogger(fn) && LevelOf(fn) == known.Error {
			effect, ok = known.Effect{Role: known.Logs, Level: known.Error}, true // of a program's own
		}
		if !ok || !fn.Exported() || effect.Exits || strings.HasSuffix(fn.Name(), "ln") {
			continue
		}
		if effect.Level != known.Error && effect.Level != known.NoLevel {
			continue
		}
		s := &Sample{Callee: fn, Shape: ShapeOf(fn.Signature())}
		if effect.Role == known.Wraps && effect.Level == known.Error && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 1 {
			msg := source.Method(fn.Signature().Results().At(0).Type(), "Msg")
			if msg == nil {
				continue
			}
			s = &Sample{Callee: msg, Shape: ShapeOf(msg.Signature()), Links: []Link{{Fn: fn, Kind: SetsLevel}}}
		} else if effect.Role != known.Logs {
			continue
		}
		if s.Shape.Form == noForm || s.Shape.Form == bare || best != nil && best.rank() <= s.rank() {
			continue
		}
		best = s
	}
	return best
}

// rank orders made-up samples: a form that holds the error by itself goes
// first, and a context is left to whoever writes the line.
func (s *Sample) rank() int {
	rank := int(s.Shape.Form)
	if s.Shape.Ctx >= 0 {
		rank += 10
	}
	if effect, _ := known.EffectOf(s.Callee); effect.Level == known.NoLevel && s.Shape.Form != Plain {
		rank += 5
	}
	return rank
}

// moduleSlog returns log/slog if another package of the module uses it, as far
// as this package depends on one that does.
func (ls *Lines) moduleSlog() *types.Package {
	if ls.pkg.Pass.Module == nil {
		return nil
	}
	uses := func(p *types.Package) bool {
		return slices.ContainsFunc(p.Imports(), func(imp *types.Package) bool { return imp.Path() == "log/slog" })
	}
	if !slices.ContainsFunc(ls.pkg.Module(), uses) {
		return nil
	}
	pkg, err := ls.pkg.Import("log/slog")
	if err != nil {
		return nil // without slog at hand there is no logger, and no fix
	}
	return pkg
}
