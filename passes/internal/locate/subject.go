package locate

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Subject returns what messages call the error of an origin.
func (g *Locator) Subject(o *origin.Origin) defect.Subject {
	switch o.Kind {
	case origin.FromRecover:
		return defect.Subject{Kind: defect.FromPanic}
	case origin.FromYield:
		return defect.Subject{Kind: defect.FromIterator, Name: o.Value.Name()}
	case origin.FromReceive:
		return defect.Subject{Kind: defect.FromChannel}
	case origin.FromField:
		return g.kept(o.Value)
	case origin.FromParam:
		return defect.Subject{Kind: defect.FromCaller, Name: o.Value.Name(), Of: ssax.FuncName(o.Fn)}
	}
	return defect.Subject{Name: g.CalleeName(o.Instr.Common(), o.Instr.Pos())}
}

// kept returns what messages call an error that a library has left in a field: by the call
// whose result has the field, or by where it is read from.
func (g *Locator) kept(v ssa.Value) defect.Subject {
	if load, ok := v.(*ssa.UnOp); ok {
		if addr, ok := load.X.(*ssa.FieldAddr); ok {
			if call, ok := addr.X.(*ssa.Call); ok {
				return defect.Subject{Name: g.CalleeName(&call.Call, call.Pos())}
			}
		}
		return defect.Subject{Kind: defect.FromVariable, Name: ssax.PathOf(load.X)}
	}
	return defect.Subject{Kind: defect.FromVariable, Name: v.Name()}
}

// AddSource adds to a statement where the error comes from, if that is not its callee
// itself.
func (g *Locator) AddSource(s *defect.Statement, o *origin.Origin) {
	if s.Handed = o.Handed; s.Handed == nil {
		if s.From = g.comesFrom(o); s.From != "" {
			// A body that is inferred to change something, of a function whose name says that it only gets
			// something, tells of what is done on the way.
			if name := s.From[strings.LastIndexByte(s.From, '.')+1:]; !o.Does.Changes() || !convention.Asks(name) && !convention.Checks(name) {
				s.Does = o.Does.String()
			}
		}
	}
}

// comesFrom returns what the error comes from in its callee, "" if that is not worth
// telling.
func (g *Locator) comesFrom(o *origin.Origin) string {
	from := strings.TrimPrefix(o.From, g.Pass.Pkg.Name()+".")
	if o.Source != origin.FromSummary || from == "" || o.Instr != nil && from == g.CalleeName(o.Instr.Common(), o.Instr.Pos()) {
		return ""
	}
	return from
}

// CalleeName names what a call calls, seen from this package: save,
// os.Open, (*Server).save, (*sql.DB).Exec, Store.Load.
func (g *Locator) CalleeName(common *ssa.CallCommon, pos token.Pos) string {
	obj := ssax.CalleeObject(common)
	if obj == nil {
		if call, _, ok := g.Source.Call(pos); ok {
			switch fun := ast.Unparen(call.Fun).(type) {
			case *ast.Ident, *ast.SelectorExpr:
				return types.ExprString(fun)
			}
		}
		return "a function literal"
	}
	return g.objectName(obj)
}

// objectName names a function or method, seen from this package.
func (g *Locator) objectName(obj *types.Func) string { return ssax.NameFrom(obj, g.Pass.Pkg) }
