package check

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/trace"
)

// Drivers apply the fixes of a package together, and each of them is verified
// alone. So none may rest on what another takes away, or add what another adds in
// its way. This file holds them to that.

// isApart reports whether a fix leaves a use of each variable and import that it
// takes a use from, outside of what other fixes may take one from; and whether it
// removes no import that another may need.
func (c *Checker) isApart(e *trace.Edited, site *defect.Site) bool {
	info := c.pkg.Pass.TypesInfo
	taken := make(map[types.Object]int)
	ast.Inspect(e.Piece.Decl, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := info.Uses[id]; obj != nil && mustBeUsed(obj) {
				taken[obj]++
			}
		}
		return true
	})
	byPos := make(map[types.Object]types.Object) // what an object is now
	for obj := range taken {
		if pos, ok := e.Moved(obj.Pos()); ok {
			if v := e.Declared(pos); v != nil {
				byPos[v] = obj
			}
		}
	}
	for _, obj := range e.Info.Uses {
		if pkg, ok := obj.(*types.PkgName); ok {
			for before := range taken {
				if p, ok := before.(*types.PkgName); ok && p.Imported() == pkg.Imported() {
					taken[before]--
				}
			}
		} else if before := byPos[obj]; before != nil {
			taken[before]--
		}
	}
	for obj, n := range taken {
		if n > 0 && !c.usedElsewhere(e.Piece.File, obj) && !c.isOnlyIn(e.Piece.File, site, obj) {
			return false
		}
	}
	return true
}

// mustBeUsed reports whether the compiler objects to a thing that nothing uses.
func mustBeUsed(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.PkgName:
		return true
	case *types.Var:
		return obj.Kind() == types.LocalVar
	}
	return false
}

// usedElsewhere reports whether a thing is used where no fix may take the use
// away: outside of the lines that findings are about.
func (c *Checker) usedElsewhere(src *source.File, obj types.Object) bool {
	info := c.pkg.Pass.TypesInfo
	found := false
	ast.Inspect(src.Syntax, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && c.isLineOf(call) {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			// To give it a value is not to use it.
			for _, rhs := range n.Rhs {
				ast.Inspect(rhs, func(m ast.Node) bool {
					if call, ok := m.(*ast.CallExpr); ok && c.isLineOf(call) {
						return false
					}
					id, ok := m.(*ast.Ident)
					found = found || ok && info.Uses[id] == obj
					return !found
				})
			}
			for _, lhs := range n.Lhs {
				if _, plain := ast.Unparen(lhs).(*ast.Ident); !plain {
					ast.Inspect(lhs, func(m ast.Node) bool {
						id, ok := m.(*ast.Ident)
						found = found || ok && info.Uses[id] == obj
						return !found
					})
				}
			}
			return false
		case *ast.Ident:
			found = found || info.Uses[n] == obj
		}
		return !found
	})
	return found
}

// isLineOf reports whether a call is the line that a finding is about.
func (c *Checker) isLineOf(call *ast.CallExpr) bool {
	return slices.ContainsFunc(c.findings, func(f defect.Finding) bool { return f.Site.Line == call })
}

// isOnlyIn reports whether no other fix can have to do with a thing: that of an
// import, where no other finding of the file is about a line that uses it, or may be
// given a line that does.
func (c *Checker) isOnlyIn(src *source.File, site *defect.Site, obj types.Object) bool {
	pkg, ok := obj.(*types.PkgName)
	if !ok {
		return false
	}
	for _, f := range c.findings {
		if f.Site == site || f.Pos < src.Syntax.FileStart || src.Syntax.FileEnd <= f.Pos {
			continue
		}
		if pkg.Imported().Path() != "context" || namesContext(src, f) || f.Site.Line != nil && c.uses(f.Site.Line, obj) {
			return false
		}
	}
	return true
}

// namesContext reports whether the fix of a finding may write a name of package
// context: context.Background(), where no other is in reach, or WithoutCancel.
func namesContext(src *source.File, f defect.Finding) bool {
	if f.Site.Kind == defect.LineWithoutContext {
		return f.Site.Context != nil && src.Outlives(f.Site.Line, f.Site.Context.Var)
	}
	inReach := f.Site.Context != nil
	for _, exit := range f.Site.Exits {
		inReach = inReach && exit.Context != nil
	}
	return !inReach
}

// uses reports whether something of the syntax uses an object.
func (c *Checker) uses(n ast.Node, obj types.Object) bool {
	for m := range ast.Preorder(n) {
		if id, ok := m.(*ast.Ident); ok && c.pkg.Pass.TypesInfo.Uses[id] == obj {
			return true
		}
	}
	return false
}
