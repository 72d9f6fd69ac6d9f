package errfate

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// subject returns what messages call the error of an origin.
func (e *engine) subject(o *origin) defect.Subject {
	switch o.kind {
	case fromRecover:
		return defect.Subject{Kind: defect.FromPanic}
	case fromYield:
		return defect.Subject{Kind: defect.FromIterator, Name: o.value.Name()}
	case fromReceive:
		return defect.Subject{Kind: defect.FromChannel}
	case fromParam:
		return defect.Subject{Kind: defect.FromCaller, Name: o.value.Name(), Of: funcName(o.fn)}
	}
	return defect.Subject{Name: e.calleeName(o.instr.Common(), o.instr.Pos())}
}

// source names what an error comes from in the end, with its package: the
// callee, or, where the callee's body was seen, what its summary says.
func (e *engine) source(o *origin) string {
	if o.from != "" {
		return o.from
	}
	if o.kind != fromCall {
		return ""
	}
	obj := ssax.CalleeObject(o.instr.Common())
	if obj == nil || obj.Pkg() == nil {
		return ""
	}
	return ssax.NameFrom(obj, nil)
}

// addSource adds to a statement where the error comes from, if that is not its callee
// itself.
func (e *engine) addSource(s *defect.Statement, o *origin) {
	if s.Handed = o.handed; s.Handed == nil {
		s.From = e.comesFrom(o)
	}
}

// comesFrom returns what the error comes from in the end, "" if that is not worth
// telling.
func (e *engine) comesFrom(o *origin) string {
	from := strings.TrimPrefix(o.from, e.Pass.Pkg.Name()+".")
	if o.source != fromSummary || from == "" || o.instr != nil && from == e.calleeName(o.instr.Common(), o.instr.Pos()) {
		return ""
	}
	return from
}

// calleeName names what a call calls, seen from this package: save,
// os.Open, (*Server).save, (*sql.DB).Exec, Store.Load.
func (e *engine) calleeName(common *ssa.CallCommon, pos token.Pos) string {
	obj := ssax.CalleeObject(common)
	if obj == nil {
		if call, _, ok := e.src.Call(pos); ok {
			switch fun := ast.Unparen(call.Fun).(type) {
			case *ast.Ident, *ast.SelectorExpr:
				return types.ExprString(fun)
			}
		}
		return "a function literal"
	}
	return e.objectName(obj)
}

// objectName names a function or method, seen from this package.
func (e *engine) objectName(obj *types.Func) string { return ssax.NameFrom(obj, e.Pass.Pkg) }

// funcName names a function of this package; a literal is named by the
// function that holds it.
func funcName(fn *ssa.Function) string {
	if fn.Parent() != nil {
		return "a function literal in " + funcName(ssax.Outermost(fn))
	}
	if recv := fn.Signature.Recv(); recv != nil {
		name := types.TypeString(recv.Type(), func(*types.Package) string { return "" })
		if strings.HasPrefix(name, "*") {
			name = "(" + name + ")"
		}
		return name + "." + fn.Name()
	}
	return fn.Name()
}
