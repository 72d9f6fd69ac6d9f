package fix

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// unused returns samples of loggers that could be used though no line of the
// package shows how: those that the file or the package imports, and
// slog, if another package of the module that this one depends on uses it.
// They are made up from the signatures of the loggers.
func (fx *Fixer) unused() []*sample {
	if fx.others != nil {
		return fx.others
	}
	fx.others = []*sample{}
	for _, pkg := range fx.Imports() {
		fx.others = append(fx.others, fx.madeUp(pkg)...)
	}
	if len(fx.others) > 0 || len(fx.learn()) > 0 {
		return fx.others
	}
	if pkg := fx.moduleSlog(); pkg != nil {
		fx.others = append(fx.others, fx.madeUp(pkg)...)
	}
	return fx.others
}

// bound returns samples of the loggers that functions of the module make of a
// context, for packages that write no lines themselves.
func (fx *Fixer) bound(binders []errfate.Binder) []*sample {
	var samples []*sample
	for _, b := range binders {
		s, made := fx.binders[b.Call]
		if !made {
			s = fx.madeBy(b)
			fx.binders[b.Call] = s
		}
		if s != nil {
			samples = append(samples, s)
		}
	}
	return samples
}

// madeBy returns a sample of the logger that a binder makes, or nil.
func (fx *Fixer) madeBy(b errfate.Binder) *sample {
	qualifier, name, ok := strings.Cut(b.Call, ".")
	if !ok || b.Method || fx.Pass.Module == nil {
		return nil
	}
	for _, pkg := range fx.Module() {
		fn, ok := pkg.Scope().Lookup(name).(*types.Func)
		if !ok || pkg.Name() != qualifier || !visible(pkg.Path(), fx.Pass.Pkg.Path()) {
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
		if s := fx.oneOf(source.Methods(typ)); s != nil {
			s.typ, s.binder = typ, fn
			s.weight = fx.calls(fn)
			return s
		}
	}
	return nil
}

// calls returns how often the package calls a function.
func (fx *Fixer) calls(fn *types.Func) int {
	n := 0
	for _, file := range fx.Files {
		for call := range ast.Preorder(file) {
			if call, ok := call.(*ast.CallExpr); ok && fx.Callee(call) == fn {
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
func (fx *Fixer) madeUp(pkg *types.Package) []*sample {
	switch pkg.Path() {
	case "fmt", "testing", "flag", "github.com/spf13/cobra":
		return nil // they print, but are no loggers
	}
	var samples []*sample
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
				if s := fx.oneOf(source.Methods(t)); s != nil {
					s.typ = t
					samples = append(samples, s)
				}
			}
		}
	}
	if s := fx.oneOf(functions); s != nil {
		s.pkg = pkg
		samples = append(samples, s)
	}
	return samples
}

// oneOf returns a sample of a line at level Error that one of the functions
// writes or begins, or nil.
func (fx *Fixer) oneOf(functions []*types.Func) *sample {
	var best *sample
	for _, fn := range functions {
		effect, ok := known.EffectOf(fn)
		if !ok && fn.Signature().Recv() != nil && isLogger(fn) && levelOf(fn) == known.Error {
			effect, ok = known.Effect{Role: known.Logs, Level: known.Error}, true // of a program's own
		}
		if !ok || !fn.Exported() || effect.Exits || strings.HasSuffix(fn.Name(), "ln") {
			continue
		}
		if effect.Level != known.Error && effect.Level != known.NoLevel {
			continue
		}
		s := &sample{callee: fn, shape: shapeOf(fn.Signature())}
		if effect.Role == known.Wraps && effect.Level == known.Error && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 1 {
			msg := source.Method(fn.Signature().Results().At(0).Type(), "Msg")
			if msg == nil {
				continue
			}
			s = &sample{callee: msg, shape: shapeOf(msg.Signature()), links: []link{{fn: fn, kind: setsLevel}}}
		} else if effect.Role != known.Logs {
			continue
		}
		if s.shape.form == noForm || s.shape.form == bare || best != nil && best.rank() <= s.rank() {
			continue
		}
		best = s
	}
	return best
}

// rank orders made-up samples: a form that holds the error by itself goes
// first, and a context is left to [Fixer.forContext].
func (s *sample) rank() int {
	rank := int(s.shape.form)
	if s.shape.ctx >= 0 {
		rank += 10
	}
	if effect, _ := known.EffectOf(s.callee); effect.Level == known.NoLevel && s.shape.form != plain {
		rank += 5
	}
	return rank
}

// moduleSlog returns log/slog if another package of the module uses it, as far
// as this package depends on one that does.
func (fx *Fixer) moduleSlog() *types.Package {
	if fx.Pass.Module == nil {
		return nil
	}
	uses := func(p *types.Package) bool {
		return slices.ContainsFunc(p.Imports(), func(imp *types.Package) bool { return imp.Path() == "log/slog" })
	}
	if !slices.ContainsFunc(fx.Module(), uses) {
		return nil
	}
	pkg, err := fx.Import("log/slog")
	if err != nil {
		return nil // without slog at hand there is no logger, and no fix
	}
	return pkg
}
