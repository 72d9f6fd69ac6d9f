package phrase

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// SaysHow reports whether the name of what a call calls says how something is done, and nothing
// of what: that is for the function to say in which it stands.
func SaysHow(call *ast.CallExpr) bool {
	name := ""
	switch fun := source.Unindexed(call.Fun).(type) {
	case *ast.SelectorExpr:
		name = fun.Sel.Name
	case *ast.Ident:
		name = fun.Name
	}
	words := slices.DeleteFunc(convention.Words(name), func(w string) bool { return w == "context" || w == "ctx" })
	return len(words) > 0 && ways[strings.Join(inOrder(words), " ")]
}

// OfDeclared returns what a declared function does by its name, and the type that it is a method
// of; nil if these do not say.
func OfDeclared(fn *ast.FuncDecl) []string {
	words := convention.Words(fn.Name.Name)
	if len(words) == 0 || !isVerb(words[0]) || ways[words[0]] {
		return nil
	}
	words = inOrder(pithy(words))
	if len(words) > 1 || fn.Recv == nil || len(fn.Recv.List) == 0 {
		if len(words) == 1 {
			return nil
		}
		return words
	}
	of := convention.Words(receiverName(fn.Recv.List[0].Type))
	for len(of) > 0 && roles[of[len(of)-1]] {
		of = of[:len(of)-1]
	}
	if len(of) == 0 {
		return nil
	}
	return append(words, of...)
}

// receiverName returns the name of the type of a receiver.
func receiverName(x ast.Expr) string {
	switch x := ast.Unparen(x).(type) {
	case *ast.StarExpr:
		return receiverName(x.X)
	case *ast.IndexExpr:
		return receiverName(x.X)
	case *ast.IndexListExpr:
		return receiverName(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}
