package phrase

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// object returns what the verb of a call is about: what it gets, what its
// receiver's type is a store of, what it fills or is given, or the variable it is
// called on.
func object(pkg *source.Package, call *ast.CallExpr, on ast.Expr, fn *types.Func) []string {
	if words := gotten(pkg, call, fn); words != nil {
		return words
	}
	if fn != nil && fn.Signature().Recv() != nil {
		if n := source.TypeName(fn.Signature().Recv().Type()); n != "" {
			words := convention.Words(n)
			for len(words) > 1 && roles[words[len(words)-1]] {
				words = words[:len(words)-1]
			}
			if len(words) > 0 && !roles[words[0]] && !kinds[words[0]] && len(words[0]) > 1 {
				return words
			}
		}
	}
	for _, arg := range call.Args {
		if words := nounOf(pkg, arg); words != nil {
			return words
		}
	}
	if on != nil {
		if words := nounOf(pkg, on); words != nil {
			return words
		}
	}
	// Of a store and the like nothing else is known.
	if fn != nil && fn.Signature().Recv() != nil {
		if words := convention.Words(source.TypeName(fn.Signature().Recv().Type())); len(words) > 0 {
			switch verb := strings.ToLower(fn.Name()); {
			case outOf[verb]:
				return append([]string{"from"}, words...)
			case into[verb]:
				return append([]string{"to"}, words...)
			case within[verb]:
				return append([]string{"in"}, words...)
			case wholly[verb]:
				return words
			}
		}
	}
	return nil
}

// gotten returns the type of what a call gets by a key: of its result, or of what it
// fills.
func gotten(pkg *source.Package, call *ast.CallExpr, fn *types.Func) []string {
	if fn == nil || !getters[strings.ToLower(fn.Name())] && !ofMany[strings.ToLower(fn.Name())] {
		return nil
	}
	sig, ok := pkg.Pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return nil
	}
	var of types.Type
	if gives(sig) {
		of = sig.Results().At(0).Type()
	} else {
		for _, arg := range call.Args {
			switch filled := ast.Unparen(arg).(type) {
			case *ast.UnaryExpr:
				if filled.Op == token.AND {
					of = pkg.Pass.TypesInfo.TypeOf(filled.X)
				}
			case *ast.Ident:
				if t := pkg.Pass.TypesInfo.TypeOf(filled); isPointer(t) && !source.IsContext(t) {
					of = t
				}
			}
		}
	}
	if of == nil {
		return nil
	}
	if p, ok := types.Unalias(of).(*types.Pointer); ok {
		of = p.Elem()
	}
	if _, ok := of.Underlying().(*types.Struct); !ok {
		return nil
	}
	words := convention.Words(source.TypeName(of))
	if len(words) == 0 || kinds[words[0]] {
		return nil
	}
	return words
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// nounOf returns the name of what an expression is, in words: of a variable,
// a field, or the type that is made there.
func nounOf(pkg *source.Package, x ast.Expr) []string {
	switch x := ast.Unparen(x).(type) {
	case *ast.UnaryExpr:
		return nounOf(pkg, x.X)
	case *ast.CompositeLit:
		words := convention.Words(source.TypeName(pkg.Pass.TypesInfo.TypeOf(x)))
		if n := len(words); n > 0 && (dull[words[n-1]] || roles[words[n-1]]) {
			return nil // NamespacedName{…}, GetOptions{…}
		}
		return words
	case *ast.CallExpr:
		switch fun := x.Fun.(type) {
		case *ast.Ident:
			if fun.Name == "new" {
				return convention.Words(source.TypeName(pkg.Pass.TypesInfo.TypeOf(x)))
			}
		case *ast.SelectorExpr:
			if _, isMethod := pkg.Pass.TypesInfo.Selections[fun]; isMethod && len(x.Args) == 0 {
				return nounsOf(fun.Sel.Name, pkg.Pass.TypesInfo.TypeOf(x)) // visitor.User()
			}
		}
	case *ast.SelectorExpr:
		if id, ok := x.X.(*ast.Ident); ok {
			if _, qualifies := pkg.Pass.TypesInfo.Uses[id].(*types.PkgName); qualifies {
				return nil // a setting of some package
			}
		}
		return nameWords(pkg, x.Sel)
	case *ast.Ident:
		return nameWords(pkg, x)
	}
	return nil
}

func nameWords(pkg *source.Package, id *ast.Ident) []string {
	obj := pkg.Pass.TypesInfo.ObjectOf(id)
	v, ok := obj.(*types.Var)
	if !ok || len(id.Name) < 3 || source.IsContext(v.Type()) || source.IsError(v.Type()) {
		return nil
	}
	return nounsOf(id.Name, v.Type())
}

// nounsOf returns the words of the name of a value, nil if they say nothing of what it is.
func nounsOf(name string, t types.Type) []string {
	words := convention.Words(name)
	if len(words) == 0 || source.IsContext(t) || source.IsError(t) {
		return nil
	}
	if n := len(words); n > 1 && words[n-1] == "ID" {
		words = words[:n-1]
	}
	for len(words) > 1 && roles[words[len(words)-1]] && !roles[words[0]] {
		words = words[:len(words)-1] // the manager of users
	}
	if len(words) == 1 && (roles[words[0]] || dull[words[0]] || verbs[words[0]]) {
		return nil
	}
	return words
}
