package reach

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// This file gets at the loggers that functions make of contexts.

// maker returns the function that a call calls, or the package variable that holds
// it, as log.G of containerd does; nil for a method, and for what is neither.
func (lg *Loggers) maker(call *ast.CallExpr) types.Object {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	}
	switch obj := lg.pkg.Pass.TypesInfo.Uses[id].(type) {
	case *types.Func:
		if obj.Signature().Recv() == nil {
			return obj
		}
	case *types.Var:
		if obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() {
			return obj
		}
	}
	return nil
}

// packageVariable returns the logger that another package has in a variable, beside what
// makes one of a context: log.L, for those who have none.
func (lg *Loggers) packageVariable(src *source.File, maker types.Object, typ types.Type, pos token.Pos) (Reached, bool) {
	pkg := maker.Pkg()
	if pkg == lg.pkg.Pass.Pkg {
		return Reached{}, false // whose variables are looked at anyway
	}
	var found []string
	for _, name := range pkg.Scope().Names() {
		if v, ok := pkg.Scope().Lookup(name).(*types.Var); ok && v.Exported() && types.Identical(v.Type(), typ) {
			found = append(found, name)
		}
	}
	if len(found) != 1 {
		return Reached{}, false
	}
	r, ok := lg.reachPackage(src, pkg, pos)
	r.Text = source.Qualified(r.Text, found[0])
	return r, ok
}

// BoundBy returns the logger that a binder of a package which this one imports
// makes of a context, if it is one of type typ; of any type for nil.
func (lg *Loggers) BoundBy(src *source.File, b defect.Binder, typ types.Type, pos token.Pos, ctx string) (Reached, bool) {
	imports := lg.pkg.Imports()
	i := slices.IndexFunc(imports, func(p *types.Package) bool { return p.Path() == b.Pkg })
	if i < 0 || b.Method || ctx == "" {
		return Reached{}, false
	}
	maker := imports[i].Scope().Lookup(b.Call[strings.LastIndexByte(b.Call, '.')+1:])
	if maker == nil {
		return Reached{}, false
	}
	sig, ok := maker.Type().Underlying().(*types.Signature)
	if !ok || sig.Results().Len() != 1 || sig.Params().Len() == 0 || sig.Params().Len() > 1 && !sig.Variadic() || !source.IsContext(sig.Params().At(0).Type()) {
		return Reached{}, false
	}
	if made := sig.Results().At(0).Type(); typ != nil && !types.Identical(made, typ) && !types.Identical(made, types.NewPointer(typ)) {
		return Reached{}, false
	}
	return lg.accessor(src, maker, sig.Params().At(0).Type(), pos, ctx)
}

// accessor returns how to call a function, or a variable that holds one, that
// makes a logger of a context, of a request, or of what embeds its context. It is
// given what it is given elsewhere, of type arg, or else any context.
func (lg *Loggers) accessor(src *source.File, fn types.Object, arg types.Type, pos token.Pos, ctx string) (Reached, bool) {
	r, ok := lg.reachPackage(src, fn.Pkg(), pos)
	if !ok || !lg.gives(src, fn, pos) || arg == nil || types.Universe.Lookup(arg.String()) != nil {
		return Reached{}, false
	}
	call := func(arg string, usesContext bool) (Reached, bool) {
		return Reached{Text: source.Qualified(r.Text, fn.Name()) + "(" + arg + ")", Imports: r.Imports, Near: 4, UsesContext: usesContext}, true
	}
	if source.IsContext(arg) && ctx != "" {
		return call(ctx, true)
	}
	locals := src.Locals(pos)
	for _, v := range locals {
		if types.Identical(v.Type(), arg) {
			return call(v.Name(), false)
		}
	}
	sig, ok := fn.Type().Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return Reached{}, false
	}
	param := sig.Params().At(0).Type()
	if !source.IsContext(param) {
		return Reached{}, false
	}
	if ctx != "" {
		return call(ctx, true)
	}
	for _, v := range locals {
		if types.AssignableTo(v.Type(), param) {
			return call(v.Name(), false)
		}
	}
	return Reached{}, false
}

// givenTo returns the types of the variables that a file calls a function with,
// but for contexts as such.
func (lg *Loggers) givenTo(src *source.File, fn *types.Func) []types.Type {
	var given []types.Type
	ast.Inspect(src.Syntax, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 && lg.pkg.Callee(call) == fn {
			if t := lg.pkg.Pass.TypesInfo.TypeOf(call.Args[0]); t != nil && !source.IsContext(t) && !slices.ContainsFunc(given, func(o types.Type) bool { return types.Identical(o, t) }) {
				given = append(given, t)
			}
		}
		return true
	})
	return given
}
