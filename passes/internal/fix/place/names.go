package place

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// Fresh returns a name for a new error variable that is declared in the block
// around stmt and can be read right after it: err, unless that would take the
// place of a variable that is read later.
func (sp *Spot) Fresh(stmt ast.Stmt) (name string, exists bool) {
	obj := sp.src.Lookup("err", stmt.End())
	v, isVar := obj.(*types.Var)
	if isVar && sp.isOthers(v) {
		return sp.OwnName(stmt.End()), false
	}
	if obj == nil || obj.Parent() == sp.places.pkg.Pass.Pkg.Scope() && !sp.readAfter(obj, stmt) {
		return "err", false
	}
	if isVar && source.IsError(v.Type()) && !sp.isResult(v, stmt) && !sp.readAfter(v, stmt) {
		return "err", true
	}
	return sp.OwnName(stmt.End()), false
}

// freshIn returns a name for an error variable of an if statement: err, unless
// another err is read inside it.
func (sp *Spot) freshIn(s *ast.IfStmt) string {
	obj := sp.src.Lookup("err", s.Pos())
	read := false
	ast.Inspect(s, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		read = read || ok && obj != nil && sp.places.pkg.Pass.TypesInfo.Uses[id] == obj
		return !read
	})
	if read {
		return sp.OwnName(s.Pos())
	}
	return "err"
}

// OwnName returns a name that stands for nothing else at pos: that of what
// failed.
func (sp *Spot) OwnName(pos token.Pos) string {
	doing := sp.doing
	name := "callErr"
	if len(doing) > 1 && doing[0] == "get" {
		doing = doing[1:] // ordersErr says more than getErr
	}
	if len(doing) > 0 {
		name = strings.ToLower(doing[0]) + "Err"
	}
	for _, more := range append([]string{""}, doing[min(1, len(doing)):]...) {
		if more != "" {
			name = strings.TrimSuffix(name, "Err") + strings.ToUpper(more[:1]) + strings.ToLower(more[1:]) + "Err"
		}
		if sp.src.Lookup(name, pos) == nil {
			return name
		}
	}
	return name + "2"
}

// isResult reports whether a variable is a result of the function around a
// statement: a bare return, or a deferred function, reads it.
func (sp *Spot) isResult(v *types.Var, stmt ast.Stmt) bool {
	for _, n := range sp.src.Path(stmt.Pos(), stmt.End()) {
		var typ *ast.FuncType
		switch n := n.(type) {
		case *ast.FuncDecl:
			typ = n.Type
		case *ast.FuncLit:
			typ = n.Type
		}
		if typ == nil || typ.Results == nil {
			continue
		}
		if typ.Results.Pos() <= v.Pos() && v.Pos() < typ.Results.End() {
			return true
		}
	}
	return false
}

// readAfter reports whether what an identifier stands for may be read after a
// statement before it is assigned again: then a new value, or another
// variable of its name, would be seen there.
func (sp *Spot) readAfter(obj types.Object, stmt ast.Stmt) bool {
	var around ast.Node // the function, or the outermost loop that obj lives longer than
	from := stmt.End()
	for _, n := range sp.src.Path(stmt.Pos(), stmt.End()) {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			around = n
			if n.Pos() <= obj.Pos() && obj.Pos() < n.End() {
				goto found
			}
			from = n.Pos() // a literal may run again
		case *ast.ForStmt, *ast.RangeStmt:
			if obj.Pos() < n.Pos() {
				from = n.Pos()
			}
		}
	}
found:
	if around == nil {
		return true
	}
	always := unconditional(sp.src, stmt)
	// In a loop, or a literal, what stands before may run after.
	return sp.firstUse(around, obj, from, always) == reads || sp.firstUse(around, obj, stmt.End(), always) == reads
}

// unconditional returns the assignments that run, on the way to anything
// after a statement, whatever happens: those in the lists of statements around
// it.
func unconditional(src *source.File, stmt ast.Stmt) map[*ast.AssignStmt]bool {
	always := make(map[*ast.AssignStmt]bool)
	note := func(s ast.Stmt) {
		if assign, ok := s.(*ast.AssignStmt); ok {
			always[assign] = true
		}
	}
	for _, n := range src.Path(stmt.Pos(), stmt.End()) {
		for _, s := range source.Statements(n) {
			note(s)
			switch s := s.(type) {
			case *ast.IfStmt:
				note(s.Init)
			case *ast.SwitchStmt:
				note(s.Init)
			}
		}
	}
	return always
}

type use uint8

const (
	noUse use = iota
	reads
	writes
)

// firstUse says what the first mention of a variable at or after pos does. An
// assignment that may not run is as good as a read: what is assigned before it
// may be read after it.
func (sp *Spot) firstUse(around ast.Node, obj types.Object, pos token.Pos, always map[*ast.AssignStmt]bool) use {
	targets := make(map[*ast.Ident]token.Pos) // where the right side ends
	result, at := noUse, token.NoPos
	ast.Inspect(around, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if always[n] && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
				for _, lhs := range n.Lhs {
					if id, ok := lhs.(*ast.Ident); ok {
						targets[id] = n.End()
					}
				}
			}
		case *ast.Ident:
			if sp.places.pkg.Pass.TypesInfo.ObjectOf(n) != obj || n.Pos() < pos {
				return true
			}
			what, when := reads, n.Pos()
			if end, isTarget := targets[n]; isTarget {
				what, when = writes, end // the right side is read first
			}
			if !at.IsValid() || when < at {
				result, at = what, when
			}
		}
		return true
	})
	return result
}

// isOthers reports whether a variable holds the error of another finding, whose
// line is not to read what this fix gives it.
func (sp *Spot) isOthers(v *types.Var) bool {
	for _, f := range sp.places.findings {
		if f.Site == sp.site {
			continue
		}
		if f.Site.Error == v {
			return true
		}
		for _, exit := range f.Site.Exits {
			if id, ok := source.NilTest(exit.Test).(*ast.Ident); ok && sp.places.pkg.Pass.TypesInfo.ObjectOf(id) == v {
				return true
			}
		}
	}
	return false
}
