package reach

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// This file finds out which loggers may be nil: those that the package compares
// with nil before it uses them, and those that come from there or go there. A
// line that is written with one stands under the same guard as the others.

// optionals are what the package takes to be nil at times.
type optionals struct {
	things    map[types.Object]bool // variables, fields, and functions by what they return
	receivers map[types.Object]bool // types whose methods are called on nil, by name
	// setUp says where things are given a value if they have none.
	setUp map[types.Object][]token.Pos
}

// A handover is a place where the value of one thing is given to another.
type handover struct {
	from, to types.Object
	value    ast.Expr
	src      *source.File
}

// optional returns what the package takes to be nil at times.
func (lg *Loggers) optional() *optionals {
	if lg.nilable != nil {
		return lg.nilable
	}
	o := &optionals{make(map[types.Object]bool), make(map[types.Object]bool), make(map[types.Object][]token.Pos)}
	lg.nilable = o
	var handovers []handover
	for _, file := range lg.pkg.Files {
		src := lg.pkg.File(file.Package)
		if src == nil {
			src = lg.pkg.Unread(file)
		}
		lg.compared(o, file)
		handovers = append(handovers, lg.handovers(src)...)
	}
	for changed := true; changed; {
		changed = false
		note := func(obj types.Object) {
			if !o.things[obj] {
				o.things[obj], changed = true, true
			}
		}
		for _, h := range handovers {
			// What is compared with nil in one place was not nil for sure in that
			// where it came from.
			if o.things[h.to] {
				note(h.from)
			}
			// A parameter that is compared with nil is not nil any more when it is
			// kept: it is for those who read what may be kept.
			if v, isVar := h.from.(*types.Var); o.things[h.from] && (!isVar || v.IsField()) && !isField(h.to) && !lg.nonNilAt(h.src, h.value, h.value.Pos()) {
				note(h.to)
			}
		}
	}
	return o
}

func isField(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && v.IsField()
}

// compared notes what a file compares with nil, unless it is to give it a value
// then: that is not nil any more.
func (lg *Loggers) compared(o *optionals, file *ast.File) {
	setsUp := make(map[ast.Expr]bool)
	receivers := make(map[types.Object]types.Object)
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv != nil && len(n.Recv.List[0].Names) == 1 {
				if v := lg.pkg.Pass.TypesInfo.Defs[n.Recv.List[0].Names[0]]; v != nil {
					receivers[v] = source.NamedType(v.Type())
				}
			}
		case *ast.IfStmt:
			for _, test := range nilTests(n.Cond) {
				if x := source.NilTest(test); test.Op == token.EQL && lg.assigns(n.Body, x) {
					setsUp[test] = true
					o.setUp[lg.pkg.Thing(x)] = append(o.setUp[lg.pkg.Thing(x)], n.Pos())
				}
			}
		case *ast.BinaryExpr:
			x := source.NilTest(n)
			if x == nil || setsUp[n] || lg.pkg.Pass.TypesInfo.TypeOf(x) == nil || !source.CanBeNil(lg.pkg.Pass.TypesInfo.TypeOf(x)) || source.IsErrorLike(lg.pkg.Pass.TypesInfo.TypeOf(x)) {
				return true
			}
			if obj := lg.pkg.Thing(x); obj != nil {
				o.things[obj] = true
				if typ := receivers[obj]; typ != nil {
					o.receivers[typ] = true
				}
			}
		}
		return true
	})
}

// nilTests returns the comparisons with nil in a condition.
func nilTests(cond ast.Expr) []*ast.BinaryExpr {
	var tests []*ast.BinaryExpr
	ast.Inspect(cond, func(n ast.Node) bool {
		if b, ok := n.(*ast.BinaryExpr); ok && source.NilTest(b) != nil {
			tests = append(tests, b)
		}
		return true
	})
	return tests
}

// assigns reports whether a block gives a value to what an expression reads.
func (lg *Loggers) assigns(body *ast.BlockStmt, x ast.Expr) bool {
	obj := lg.pkg.Thing(x)
	return obj != nil && slices.ContainsFunc(body.List, func(s ast.Stmt) bool {
		assign, ok := s.(*ast.AssignStmt)
		return ok && slices.ContainsFunc(assign.Lhs, func(lhs ast.Expr) bool { return lg.pkg.Thing(lhs) == obj })
	})
}

// handovers returns where a file gives the value of one thing to another: by an
// assignment, in a struct, as an argument, or as what a function returns.
func (lg *Loggers) handovers(src *source.File) []handover {
	info := lg.pkg.Pass.TypesInfo
	var all []handover
	give := func(value ast.Expr, to types.Object) {
		if from := lg.pkg.Thing(value); from != nil && to != nil && source.CanBeNil(to.Type()) {
			all = append(all, handover{from, to, value, src})
		}
	}
	var fn *types.Func
	ast.Inspect(src.Syntax, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			fn, _ = info.Defs[n.Name].(*types.Func)
		case *ast.AssignStmt:
			if len(n.Lhs) == len(n.Rhs) {
				for i, lhs := range n.Lhs {
					give(n.Rhs[i], lg.pkg.Thing(lhs))
				}
			}
		case *ast.ValueSpec:
			if len(n.Names) == len(n.Values) {
				for i, name := range n.Names {
					give(n.Values[i], info.Defs[name])
				}
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok {
				if v, ok := info.Uses[key].(*types.Var); ok && v.IsField() {
					give(n.Value, v.Origin())
				}
			}
		case *ast.CallExpr:
			if callee, ok := lg.pkg.Thing(n).(*types.Func); ok && callee.Pkg() == lg.pkg.Pass.Pkg {
				for i := range min(len(n.Args), callee.Signature().Params().Len()) {
					give(n.Args[i], callee.Signature().Params().At(i))
				}
			}
		case *ast.ReturnStmt:
			if len(n.Results) != 1 || fn == nil || fn.Signature().Results().Len() != 1 {
				break
			}
			if _, inner := src.Function(n.Pos(), n.End()); isDecl(inner) {
				give(n.Results[0], fn.Origin())
			}
		}
		return true
	})
	return all
}

func isDecl(n ast.Node) bool {
	_, ok := n.(*ast.FuncDecl)
	return ok
}
