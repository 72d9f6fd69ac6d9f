package fix

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// Drivers apply the fixes of a package together, and each of them is verified
// alone. So none may rest on what another takes away, or add what another adds in
// its way. This file holds them to that.

// open returns the findings of the package that may be given a fix: all of them,
// shown or not, so that a fix is the same whatever else is selected.
func (fx *Fixer) open() []errfate.Finding {
	if fx.mendable != nil {
		return fx.mendable
	}
	fx.mendable = []errfate.Finding{}
	for _, f := range fx.result.Findings {
		if f.Site != nil {
			fx.mendable = append(fx.mendable, f)
		}
	}
	return fx.mendable
}

// isApart reports whether a fix leaves a use of each variable and import that it
// takes a use from, outside of what other fixes may take one from; and whether it
// removes no import that another may need.
func (w *work) isApart(e *edited) bool {
	info := w.fx.Pass.TypesInfo
	taken := make(map[types.Object]int)
	ast.Inspect(e.piece.Decl, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := info.Uses[id]; obj != nil && mustBeUsed(obj) {
				taken[obj]++
			}
		}
		return true
	})
	byPos := make(map[types.Object]types.Object) // what an object is now
	for obj := range taken {
		if pos, ok := e.moved(obj.Pos()); ok {
			if v := e.declared(pos); v != nil {
				byPos[v] = obj
			}
		}
	}
	for _, obj := range e.info.Uses {
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
		if n > 0 && !w.usedElsewhere(obj) && !w.isOnlyIn(obj) {
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
func (w *work) usedElsewhere(obj types.Object) bool {
	info := w.fx.Pass.TypesInfo
	found := false
	ast.Inspect(w.src.Syntax, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && w.fx.isLineOf(call) {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			// To give it a value is not to use it.
			for _, rhs := range n.Rhs {
				ast.Inspect(rhs, func(m ast.Node) bool {
					if call, ok := m.(*ast.CallExpr); ok && w.fx.isLineOf(call) {
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
func (fx *Fixer) isLineOf(call *ast.CallExpr) bool {
	return slices.ContainsFunc(fx.open(), func(f errfate.Finding) bool { return f.Site.Line == call })
}

// isOnlyIn reports whether no other fix can have to do with a thing: that of an
// import, where no other finding of the file is about a line that uses it, or may be
// given a line that does.
func (w *work) isOnlyIn(obj types.Object) bool {
	pkg, ok := obj.(*types.PkgName)
	if !ok {
		return false
	}
	for _, f := range w.fx.open() {
		if f.Site == w.site || f.Pos < w.src.Syntax.FileStart || w.src.Syntax.FileEnd <= f.Pos {
			continue
		}
		if pkg.Imported().Path() != "context" || w.fx.namesContext(w.src, f) || f.Site.Line != nil && w.fx.uses(f.Site.Line, obj) {
			return false
		}
	}
	return true
}

// namesContext reports whether the fix of a finding may write a name of package
// context: context.Background(), where no other is in reach, or WithoutCancel.
func (fx *Fixer) namesContext(src *source.File, f errfate.Finding) bool {
	if f.Site.Kind == errfate.LineWithoutContext {
		return f.Site.Context != nil && src.Outlives(f.Site.Line, f.Site.Context.Var)
	}
	inReach := f.Site.Context != nil
	for _, exit := range f.Site.Exits {
		inReach = inReach && exit.Context != nil
	}
	return !inReach
}

// uses reports whether something of the syntax uses an object.
func (fx *Fixer) uses(n ast.Node, obj types.Object) bool {
	for m := range ast.Preorder(n) {
		if id, ok := m.(*ast.Ident); ok && fx.Pass.TypesInfo.Uses[id] == obj {
			return true
		}
	}
	return false
}

// isOthers reports whether a variable holds the error of another finding, whose
// line is not to read what this fix gives it.
func (w *work) isOthers(v *types.Var) bool {
	for _, f := range w.fx.open() {
		if f.Site == w.site {
			continue
		}
		if f.Site.Error == v {
			return true
		}
		for _, exit := range f.Site.Exits {
			if id, ok := source.NilTest(exit.Test).(*ast.Ident); ok && w.fx.Pass.TypesInfo.ObjectOf(id) == v {
				return true
			}
		}
	}
	return false
}

// isFirstOf reports whether no finding of more confidence, and of the same none before
// this one, is given a line for the same branch: one line is enough for all the errors
// that come there, and where any of the findings is shown, the surest is.
func (w *work) isFirstOf() bool {
	before := true
	for _, f := range w.fx.open() {
		if f.Site == w.site {
			before = false
			continue
		}
		surer := f.Confidence > w.f.Confidence || before && f.Confidence == w.f.Confidence
		if surer && sharesExit(f.Site, w.site) && w.fx.hasFix(f) {
			return false
		}
	}
	return true
}

// hasFix reports whether a finding has a fix.
func (fx *Fixer) hasFix(f errfate.Finding) bool {
	if has, known := fx.given[f.Site]; known {
		return has
	}
	return len(fx.For(f)) > 0
}

// declaresAlone reports whether no other statement of the function declares a
// name: a fix that moves the declaration outwards may meet another that does.
func (w *work) declaresAlone(name *ast.Ident) bool {
	if name.Name == "_" {
		return true
	}
	fn := w.src.Declaration(name.Pos())
	alone := fn != nil
	for n := range ast.Preorder(fn) {
		if id, ok := n.(*ast.Ident); ok && id != name && id.Name == name.Name && w.fx.Pass.TypesInfo.Defs[id] != nil {
			alone = false
		}
	}
	return alone
}
