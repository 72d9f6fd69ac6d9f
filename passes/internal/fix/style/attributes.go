package style

import (
	"go/ast"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// An Attribute is what a line says beside its message and its error: a key with its value, or a
// field.
type Attribute struct {
	Text  string // as it is written
	Value ast.Expr
}

// Attributes returns what a sample says beside its message and its error, in its order; nil where
// its form shows none, or where it may say more than can be read.
func (ls *Lines) Attributes(src *source.File, s *Sample) []Attribute {
	params := s.Callee.Signature().Params().Len()
	if s.Call == nil || !s.Callee.Signature().Variadic() || len(s.Call.Args) < params || s.Call.Ellipsis.IsValid() {
		return nil
	}
	rest := s.Call.Args[params-1:]
	var all []Attribute
	add := func(value ast.Expr, exprs ...ast.Expr) {
		if ls.pkg.ErrorIn(exprs) == nil {
			all = append(all, Attribute{src.Between(exprs[0].Pos(), exprs[len(exprs)-1].End()), value})
		}
	}
	switch s.Shape.Form {
	case Pairs:
		if len(rest)%2 != 0 {
			return nil
		}
		for i := 0; i < len(rest); i += 2 {
			if ls.pkg.Constant(rest[i]) == "" {
				return nil
			}
			add(rest[i+1], rest[i], rest[i+1])
		}
	case Fields:
		for _, x := range rest {
			call, ok := ast.Unparen(x).(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return nil
			}
			add(call.Args[len(call.Args)-1], x)
		}
	}
	return all
}

// BindsContext reports whether a call on the way to the line gives it a context.
func (s *Sample) BindsContext() bool {
	for _, l := range s.Links {
		if l.Kind == SetsContext {
			return true
		}
	}
	return s.Binder != nil
}
