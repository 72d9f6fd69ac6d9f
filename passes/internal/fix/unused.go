package fix

import (
	"go/types"
	"strings"

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
	for _, pkg := range fx.imports() {
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
				if s := fx.oneOf(methods(t)); s != nil {
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
		if !ok || !fn.Exported() || effect.Exits || strings.HasSuffix(fn.Name(), "ln") {
			continue
		}
		if effect.Level != known.Error && effect.Level != known.NoLevel {
			continue
		}
		s := &sample{callee: fn, shape: shapeOf(fn.Signature())}
		if effect.Role == known.Wraps && effect.Level == known.Error && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 1 {
			msg := method(fn.Signature().Results().At(0).Type(), "Msg")
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
	if fx.pass.Module == nil {
		return nil
	}
	module := fx.pass.Module.Path
	seen := make(map[*types.Package]bool)
	var found bool
	var visit func(p *types.Package)
	visit = func(p *types.Package) {
		if found || seen[p] || p.Path() != module && !strings.HasPrefix(p.Path(), module+"/") {
			return
		}
		seen[p] = true
		for _, imp := range p.Imports() {
			found = found || imp.Path() == "log/slog"
			visit(imp)
		}
	}
	for _, imp := range fx.imports() {
		visit(imp)
	}
	if !found {
		return nil
	}
	pkg, err := fx.checker().Import("log/slog")
	if err != nil {
		return nil // without slog at hand there is no logger, and no fix
	}
	return pkg
}
