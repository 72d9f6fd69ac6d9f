package fix

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

// A reached is an expression that can be written at some place.
type reached struct {
	text    string
	imports []string
	near    int  // how near it is, the larger the nearer
	guessed bool // it is a field, of another name than what the sample is written with

	usesContext bool
}

// reach returns how to write, at pos, what a sample's line is written with.
// ctx is the context in reach there, "" if there is none; binders make loggers of
// contexts.
func (fx *Fixer) reach(src *source.File, s *style.Sample, pos token.Pos, ctx string, binders []errfate.Binder) (reached, bool) {
	if r, ok := fx.reachAs(src, s, pos, ctx); ok || s.Root == nil {
		return r, ok
	}
	// The sample's logger is out of reach, and another of its kind can be made.
	for _, b := range binders {
		if r, ok := fx.boundBy(src, b, s.Type, pos, ctx); ok {
			return r, true
		}
	}
	return reached{}, false
}

// reachAs is [Fixer.reach] with what the sample itself is written with.
func (fx *Fixer) reachAs(src *source.File, s *style.Sample, pos token.Pos, ctx string) (reached, bool) {
	if s.Binder != nil {
		// What the file gives it elsewhere may say more than a context.
		for _, t := range fx.givenTo(src, s.Binder) {
			if r, ok := fx.accessor(src, s.Binder, t, pos, ""); ok {
				return r, true
			}
		}
		return fx.accessor(src, s.Binder, s.Binder.Signature().Params().At(0).Type(), pos, ctx)
	}
	if s.Root == nil && s.Type != nil {
		return fx.variable(src, s.Type, "logger", pos)
	}
	if s.Root == nil {
		return fx.reachPackage(src, s.Pkg, pos)
	}
	return fx.reachValue(src, s.Root, s.Type, s.Name, pos, ctx)
}

// reachPackage returns how to name a package at pos, "" for this one.
func (fx *Fixer) reachPackage(src *source.File, pkg *types.Package, pos token.Pos) (reached, bool) {
	if pkg == fx.Pass.Pkg {
		return reached{near: 1}, true
	}
	name, imports := src.Qualifier(pkg.Path(), pkg.Name())
	if obj := src.Lookup(name, pos); obj != nil {
		if p, ok := obj.(*types.PkgName); !ok || p.Imported() != pkg {
			return reached{}, false // shadowed
		}
	}
	return reached{text: name, imports: imports, near: 1}, true
}

// reachValue returns how to get at a value like that of root, a logger of the
// given type, and with the given name, if any: the logger of the context in reach, a variable, a field of one,
// or what an accessor returns.
func (fx *Fixer) reachValue(src *source.File, root ast.Expr, typ types.Type, name string, pos token.Pos, ctx string) (reached, bool) {
	info := fx.Pass.TypesInfo
	switch x := ast.Unparen(root).(type) {
	case *ast.CallExpr:
		maker := fx.maker(x)
		if maker != nil && len(x.Args) == 1 {
			if r, ok := fx.accessor(src, maker, info.TypeOf(x.Args[0]), pos, ctx); ok {
				return r, true
			}
			return fx.beside(src, maker, typ, pos)
		}
		fn := fx.Callee(x)
		switch {
		case fn == nil:
			return reached{}, false
		case len(x.Args) != 0:
			return reached{}, false
		case fn.Signature().Recv() == nil:
			r, ok := fx.reachPackage(src, fn.Pkg(), pos)
			return reached{text: source.Qualified(r.text, fn.Name()) + "()", imports: r.imports, near: 1}, ok
		default:
			sel := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			r, ok := fx.reachValue(src, sel.X, info.TypeOf(sel.X), "", pos, ctx)
			return reached{text: r.text + "." + fn.Name() + "()", imports: r.imports, near: r.near}, ok
		}
	case *ast.SelectorExpr:
		if v, ok := info.Uses[x.Sel].(*types.Var); ok && !v.IsField() && v.Pkg() != fx.Pass.Pkg {
			r, ok := fx.reachPackage(src, v.Pkg(), pos) // a variable of another package
			return reached{text: source.Qualified(r.text, cmp.Or(name, v.Name())), imports: r.imports, near: 1}, ok
		}
		r, ok := fx.variable(src, typ, cmp.Or(name, x.Sel.Name), pos)
		if (!ok || r.guessed || r.near < 2) && fx.isNamedIn(x) {
			if field, ok := fx.reachField(src, x, cmp.Or(name, x.Sel.Name), typ, pos, ctx); ok {
				return field, true
			}
		}
		if name != "" && !strings.HasSuffix(r.text, name) {
			return reached{}, false
		}
		return r, ok
	case *ast.Ident:
		r, ok := fx.variable(src, typ, cmp.Or(name, x.Name), pos)
		if name != "" && r.text != name {
			return reached{}, false
		}
		return r, ok
	}
	return reached{}, false
}

// isNamedIn reports whether a field is one of something that has a name itself, of
// a type of this package: what stands where the sample does not, if it can be
// reached, has the field as well.
func (fx *Fixer) isNamedIn(x *ast.SelectorExpr) bool {
	switch ast.Unparen(x.X).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		t := fx.Pass.TypesInfo.TypeOf(x.X)
		return t != nil && (local(types.Unalias(t), fx.Pass.Pkg) || style.FieldLevel(x.Sel.Name) != known.NoLevel)
	}
	return false
}

// variable returns the nearest variable of a type that can be named at pos:
// a local one, a field of one, or one of the package. Among those of one
// scope, one with the given name goes first.
func (fx *Fixer) variable(src *source.File, typ types.Type, name string, pos token.Pos) (reached, bool) {
	var field reached
	found := false
	for _, v := range src.Locals(pos) {
		if types.Identical(v.Type(), typ) {
			return reached{text: v.Name(), near: 3}, true
		}
		if found {
			continue
		}
		if f := fx.fieldOf(v.Type(), typ, name); f != "" {
			field, found = reached{text: v.Name() + "." + f, near: 2, guessed: f != name}, true
		}
	}
	if found {
		return field, true
	}
	best := ""
	for _, v := range fx.Variables() {
		if types.Identical(v.Type(), typ) && (best == "" || v.Name() == name) && src.Lookup(v.Name(), pos) == v {
			best = v.Name()
		}
	}
	return reached{text: best, near: 1}, best != ""
}

// fieldOf returns the field of a type, or of a struct embedded in it or held
// by it, that has another type; a field with the given name goes first.
func (fx *Fixer) fieldOf(t, want types.Type, name string) string {
	direct := func(t types.Type) string {
		best := ""
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return ""
		}
		for f := range s.Fields() {
			if types.Identical(f.Type(), want) && (f.Exported() || f.Pkg() == fx.Pass.Pkg) && (best == "" || f.Name() == name) {
				best = f.Name()
			}
		}
		return best
	}
	if f := direct(t); f != "" {
		return f
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for f := range s.Fields() {
		if n := types.Unalias(f.Type()); f.Pkg() != fx.Pass.Pkg || !local(n, fx.Pass.Pkg) {
			continue
		}
		if inner := direct(f.Type()); inner != "" {
			if f.Embedded() {
				return inner
			}
			return f.Name() + "." + inner
		}
	}
	return ""
}

// local reports whether a type, or what it points to, is declared by a
// package.
func local(t types.Type, pkg *types.Package) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	return ok && n.Obj().Pkg() == pkg
}

// reachField returns a field of what a sample's logger is a field of, if that can
// be reached.
func (fx *Fixer) reachField(src *source.File, x *ast.SelectorExpr, name string, typ types.Type, pos token.Pos, ctx string) (reached, bool) {
	holder := fx.Pass.TypesInfo.TypeOf(x.X)
	if holder == nil {
		return reached{}, false
	}
	r, ok := fx.reachValue(src, x.X, holder, "", pos, ctx)
	if !ok || r.text == "" {
		return reached{}, false
	}
	if f, _, _ := types.LookupFieldOrMethod(holder, true, fx.Pass.Pkg, name); f == nil || !types.Identical(f.Type(), typ) {
		return reached{}, false
	}
	r.text += "." + name
	return r, true
}
