package logctx

import (
	"go/ast"
	"go/types"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A logger may be embedded in another that adds the context to it: the method
// Error of otelzap's Logger is zap's, its ErrorContext is its own.

// added returns the method that takes a context and does else what the
// promoted method does that a call calls, of the type that it is called by;
// nil if there is none.
func (l *Reporter) added(call *ast.CallExpr) *types.Func {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	selection := l.Pass.TypesInfo.Selections[sel]
	if selection == nil || len(selection.Index()) < 2 {
		return nil
	}
	plain, ok := selection.Obj().(*types.Func)
	if !ok {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(selection.Recv(), true, l.Pass.Pkg, plain.Name()+"Context")
	variant, ok := obj.(*types.Func)
	if !ok || !addsContext(variant.Signature(), plain.Signature()) {
		return nil
	}
	return variant
}

// addsContext reports whether a signature has the parameters of another after a
// context.
func addsContext(variant, plain *types.Signature) bool {
	params := variant.Params()
	if params.Len() != plain.Params().Len()+1 || !ssax.IsContext(params.At(0).Type()) || variant.Variadic() != plain.Variadic() {
		return false
	}
	for i := range plain.Params().Len() {
		if !types.Identical(plain.Params().At(i).Type(), params.At(i+1).Type()) {
			return false
		}
	}
	return true
}
