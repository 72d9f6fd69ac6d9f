package reach

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// Guard returns the condition under which a logger can be used at pos, "" for
// none: that what may be nil of it is not. A logger that a function makes, and
// that may be nil, is no logger for a line, for the guard would make another.
func (lg *Loggers) Guard(src *source.File, r Reached, pos token.Pos) (string, bool) {
	if r.Text == "" {
		return "", true
	}
	x, err := parser.ParseExpr(r.Text)
	if err != nil {
		return "", false
	}
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object)}
	if len(r.Imports) > 0 || types.CheckExpr(lg.pkg.Pass.Fset, lg.pkg.Pass.Pkg, pos, x, info) != nil {
		// It names a package that is not imported yet, or is nothing but a package.
		return "", len(r.Imports) > 0 || isPackage(info, x)
	}
	optional := lg.optional()
	var tests []string
	for {
		tv := info.Types[x]
		if !tv.IsValue() || tv.Type == nil {
			break // a package
		}
		if obj := source.ThingIn(info, x); obj != nil && source.CanBeNil(tv.Type) && lg.mayBeNil(src, optional, obj, pos) && !lg.sureAt(src, x, info, pos) {
			if _, isFunc := obj.(*types.Func); isFunc {
				return "", false
			}
			tests = append(tests, types.ExprString(x)+" != nil")
		}
		switch inner := ast.Unparen(x).(type) {
		case *ast.SelectorExpr:
			x = inner.X
			continue
		case *ast.CallExpr:
			if sel, ok := ast.Unparen(inner.Fun).(*ast.SelectorExpr); ok && len(inner.Args) == 0 {
				x = sel.X
				continue
			}
		}
		break
	}
	slices.Reverse(tests)
	return strings.Join(tests, " && "), true
}

// isPackage reports whether an expression is the name of a package.
func isPackage(info *types.Info, x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	if !ok {
		return false
	}
	_, ok = info.Uses[id].(*types.PkgName)
	return ok || info.Uses[id] == nil
}

// mayBeNil reports whether the package takes a thing to be nil at times: by
// itself, or before the function around pos gives it a value, or as the receiver of
// a method of a type whose others do.
func (lg *Loggers) mayBeNil(src *source.File, o *optionals, obj types.Object, pos token.Pos) bool {
	if o.things[obj] {
		return true
	}
	fn := src.Declaration(pos)
	if fn != nil && slices.ContainsFunc(o.setUp[obj], func(at token.Pos) bool { return pos < at && at < fn.End() }) {
		return true
	}
	v, ok := obj.(*types.Var)
	return ok && v.Kind() == types.RecvVar && o.receivers[source.NamedType(v.Type())]
}

// nonNilAt reports whether what an expression of the file reads is not nil at
// pos, as the conditions around it say, or those that have left before it.
func (lg *Loggers) nonNilAt(src *source.File, x ast.Expr, pos token.Pos) bool {
	return lg.sureAt(src, x, lg.pkg.Pass.TypesInfo, pos)
}

// A reading is an expression as it counts for being the same as another: what it
// says, and what that begins with.
type reading struct {
	text string
	base types.Object
}

func readingOf(x ast.Expr, info *types.Info) reading {
	r := reading{text: types.ExprString(ast.Unparen(x))}
	for {
		switch inner := ast.Unparen(x).(type) {
		case *ast.Ident:
			r.base = info.ObjectOf(inner)
			return r
		case *ast.SelectorExpr:
			x = inner.X
		default:
			return reading{}
		}
	}
}

// sureAt is [Loggers.nonNilAt] for an expression that info knows.
func (lg *Loggers) sureAt(src *source.File, x ast.Expr, info *types.Info, pos token.Pos) bool {
	want := readingOf(x, info)
	if want.base == nil || !src.IsRead() {
		return false
	}
	for _, n := range src.Path(pos, pos) {
		switch n := n.(type) {
		case *ast.IfStmt:
			switch {
			case n.Body.Pos() < pos && pos <= n.Body.End() && lg.saysNonNil(n.Cond, true, want):
				return true
			case n.Else != nil && n.Else.Pos() <= pos && pos <= n.Else.End() && lg.saysNonNil(n.Cond, false, want):
				return true
			}
		case *ast.CaseClause:
			if len(n.List) == 1 && pos > n.Colon && lg.saysNonNil(n.List[0], true, want) {
				return true
			}
		case *ast.BinaryExpr:
			if pos >= n.OpPos && (n.Op == token.LAND || n.Op == token.LOR) && lg.saysNonNil(n.X, n.Op == token.LAND, want) {
				return true
			}
		}
		for _, s := range source.Statements(n) {
			if s.End() > pos {
				break
			}
			if lg.leavesNonNil(s, want) {
				return true
			}
		}
	}
	return false
}

// leavesNonNil reports whether what comes after a statement is only reached where
// an expression is not nil: it leaves otherwise, or gives it a value, or uses it.
func (lg *Loggers) leavesNonNil(s ast.Stmt, want reading) bool {
	switch s := s.(type) {
	case *ast.IfStmt:
		if !lg.saysNonNil(s.Cond, false, want) || len(s.Body.List) == 0 {
			return false
		}
		for _, inner := range s.Body.List {
			if assign, ok := inner.(*ast.AssignStmt); ok && slices.ContainsFunc(assign.Lhs, func(lhs ast.Expr) bool { return readingOf(lhs, lg.pkg.Pass.TypesInfo) == want }) {
				return true
			}
		}
		switch last := s.Body.List[len(s.Body.List)-1].(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.BranchStmt:
			return last.Tok == token.BREAK || last.Tok == token.CONTINUE || last.Tok == token.GOTO
		case *ast.ExprStmt:
			call, ok := last.X.(*ast.CallExpr)
			if !ok {
				return false
			}
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" {
				return true
			}
			if fn := lg.pkg.Callee(call); fn != nil {
				effect, _ := known.EffectOf(fn)
				return effect.Exits || effect.Role == known.Exits
			}
		}
	case *ast.ExprStmt:
		// It would have panicked otherwise.
		call, ok := s.X.(*ast.CallExpr)
		for ok {
			sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			if !isSel {
				return false
			}
			for inner := sel.X; inner != nil; {
				if readingOf(inner, lg.pkg.Pass.TypesInfo) == want {
					// Unless it is a method that minds it.
					return inner != sel.X || !lg.optional().receivers[source.NamedType(lg.pkg.Pass.TypesInfo.TypeOf(inner))]
				}
				next, isSel := ast.Unparen(inner).(*ast.SelectorExpr)
				if !isSel {
					break
				}
				inner = next.X
			}
			call, ok = ast.Unparen(sel.X).(*ast.CallExpr)
		}
	}
	return false
}

// saysNonNil reports whether a condition that comes out as it does shows that an
// expression is not nil.
func (lg *Loggers) saysNonNil(cond ast.Expr, outcome bool, want reading) bool {
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return x.Op == token.NOT && lg.saysNonNil(x.X, !outcome, want)
	case *ast.BinaryExpr:
		switch x.Op {
		case token.LAND, token.LOR:
			left, right := lg.saysNonNil(x.X, outcome, want), lg.saysNonNil(x.Y, outcome, want)
			if outcome == (x.Op == token.LAND) {
				return left || right
			}
			return left && right
		case token.EQL, token.NEQ:
			tested := source.NilTest(x)
			return tested != nil && outcome == (x.Op == token.NEQ) && readingOf(tested, lg.pkg.Pass.TypesInfo) == want
		}
	}
	return false
}
