package reach

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

// A Reached is an expression that can be written at some place.
type Reached struct {
	Text    string
	Imports []string
	Near    int  // how near it is, the larger the nearer
	Guessed bool // it is a field, of another name than what the sample is written with

	UsesContext bool
}

// Reach returns how to write, at pos, what a sample's line is written with.
// ctx is the context in reach there, "" if there is none; binders make loggers of
// contexts.
func (lg *Loggers) Reach(src *source.File, l style.Logger, pos token.Pos, ctx string, binders []defect.Binder) (Reached, bool) {
	if r, ok := lg.reachAs(src, l, pos, ctx); ok || l.Root == nil {
		return r, ok
	}
	// The sample's logger is out of reach, and another of its kind can be made.
	for _, b := range binders {
		if r, ok := lg.BoundBy(src, b, l.Type, pos, ctx); ok {
			return r, true
		}
	}
	return Reached{}, false
}

// reachAs is [Loggers.Reach] with what the sample itself is written with.
func (lg *Loggers) reachAs(src *source.File, l style.Logger, pos token.Pos, ctx string) (Reached, bool) {
	if l.Binder != nil {
		// What the file gives it elsewhere may say more than a context.
		for _, t := range lg.givenTo(src, l.Binder) {
			if r, ok := lg.accessor(src, l.Binder, t, pos, ""); ok {
				return r, true
			}
		}
		return lg.accessor(src, l.Binder, l.Binder.Signature().Params().At(0).Type(), pos, ctx)
	}
	if l.Root == nil && l.Type != nil {
		return lg.variable(src, l.Type, "logger", pos)
	}
	if l.Root == nil {
		return lg.reachPackage(src, l.Pkg, pos)
	}
	return lg.reachValue(src, l.Root, l.Type, l.Name, pos, ctx)
}

// reachPackage returns how to name a package at pos, "" for this one.
func (lg *Loggers) reachPackage(src *source.File, pkg *types.Package, pos token.Pos) (Reached, bool) {
	if pkg == lg.pkg.Pass.Pkg {
		return Reached{Near: 1}, true
	}
	name, imports := src.Qualifier(pkg.Path(), pkg.Name())
	if obj := src.Lookup(name, pos); obj != nil {
		if p, ok := obj.(*types.PkgName); !ok || p.Imported() != pkg {
			return Reached{}, false // shadowed
		}
	}
	return Reached{Text: name, Imports: imports, Near: 1}, true
}

// reachValue returns how to get at a value like that of root, a logger of the
// given type, and with the given name, if any: the logger of the context in reach, a variable, a field of one,
// or what an accessor returns.
func (lg *Loggers) reachValue(src *source.File, root ast.Expr, typ types.Type, name string, pos token.Pos, ctx string) (Reached, bool) {
	info := lg.pkg.Pass.TypesInfo
	switch x := ast.Unparen(root).(type) {
	case *ast.CallExpr:
		maker := lg.maker(x)
		if maker != nil && len(x.Args) == 1 {
			if r, ok := lg.accessor(src, maker, info.TypeOf(x.Args[0]), pos, ctx); ok {
				return r, true
			}
			return lg.packageVariable(src, maker, typ, pos)
		}
		fn := lg.pkg.Callee(x)
		switch {
		case fn == nil:
			return Reached{}, false
		case len(x.Args) != 0:
			return Reached{}, false
		case fn.Signature().Recv() == nil:
			r, ok := lg.reachPackage(src, fn.Pkg(), pos)
			return Reached{Text: source.Qualified(r.Text, fn.Name()) + "()", Imports: r.Imports, Near: 1}, ok
		default:
			sel := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			r, ok := lg.reachValue(src, sel.X, info.TypeOf(sel.X), "", pos, ctx)
			return Reached{Text: r.Text + "." + fn.Name() + "()", Imports: r.Imports, Near: r.Near}, ok
		}
	case *ast.SelectorExpr:
		if v, ok := info.Uses[x.Sel].(*types.Var); ok && !v.IsField() && v.Pkg() != lg.pkg.Pass.Pkg {
			r, ok := lg.reachPackage(src, v.Pkg(), pos) // a variable of another package
			return Reached{Text: source.Qualified(r.Text, cmp.Or(name, v.Name())), Imports: r.Imports, Near: 1}, ok
		}
		r, ok := lg.variable(src, typ, cmp.Or(name, x.Sel.Name), pos)
		if (!ok || r.Guessed || r.Near < 2) && lg.isNamedIn(x) {
			if field, ok := lg.reachField(src, x, cmp.Or(name, x.Sel.Name), typ, pos, ctx); ok {
				return field, true
			}
		}
		if name != "" && !strings.HasSuffix(r.Text, name) {
			return Reached{}, false
		}
		return r, ok
	case *ast.Ident:
		r, ok := lg.variable(src, typ, cmp.Or(name, x.Name), pos)
		if name != "" && r.Text != name {
			return Reached{}, false
		}
		return r, ok
	}
	return Reached{}, false
}

// isNamedIn reports whether a field is one of something that has a name itself, of
// a type of this package: what stands where the sample does not, if it can be
// reached, has the field as well.
func (lg *Loggers) isNamedIn(x *ast.SelectorExpr) bool {
	switch ast.Unparen(x.X).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		t := lg.pkg.Pass.TypesInfo.TypeOf(x.X)
		return t != nil && (local(types.Unalias(t), lg.pkg.Pass.Pkg) || style.FieldLevel(x.Sel.Name) != known.NoLevel)
	}
	return false
}

// variable returns the nearest variable of a type that can be named at pos:
// a local one, a field of one, or one of the package. Among those of one
// scope, one with the given name goes first.
func (lg *Loggers) variable(src *source.File, typ types.Type, name string, pos token.Pos) (Reached, bool) {
	var field Reached
	found := false
	for _, v := range src.Locals(pos) {
		if types.Identical(v.Type(), typ) {
			return Reached{Text: v.Name(), Near: 3}, true
		}
		if found {
			continue
		}
		if f := lg.fieldOf(v.Type(), typ, name); f != "" {
			field, found = Reached{Text: v.Name() + "." + f, Near: 2, Guessed: f != name}, true
		}
	}
	if found {
		return field, true
	}
	best := ""
	for _, v := range lg.pkg.Variables() {
		if types.Identical(v.Type(), typ) && (best == "" || v.Name() == name) && src.Lookup(v.Name(), pos) == v {
			best = v.Name()
		}
	}
	return Reached{Text: best, Near: 1}, best != ""
}

// fieldOf returns the field of a type, or of a struct embedded in it or held
// by it, that has another type; a field with the given name goes first.
func (lg *Loggers) fieldOf(t, want types.Type, name string) string {
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
			if types.Identical(f.Type(), want) && (f.Exported() || f.Pkg() == lg.pkg.Pass.Pkg) && (best == "" || f.Name() == name) {
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
		if n := types.Unalias(f.Type()); f.Pkg() != lg.pkg.Pass.Pkg || !local(n, lg.pkg.Pass.Pkg) {
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
func (lg *Loggers) reachField(src *source.File, x *ast.SelectorExpr, name string, typ types.Type, pos token.Pos, ctx string) (Reached, bool) {
	holder := lg.pkg.Pass.TypesInfo.TypeOf(x.X)
	if holder == nil {
		return Reached{}, false
	}
	r, ok := lg.reachValue(src, x.X, holder, "", pos, ctx)
	if !ok || r.Text == "" {
		return Reached{}, false
	}
	if f, _, _ := types.LookupFieldOrMethod(holder, true, lg.pkg.Pass.Pkg, name); f == nil || !types.Identical(f.Type(), typ) {
		return Reached{}, false
	}
	r.Text += "." + name
	return r, true
}

// Context returns how to write the context for a line at pos, "" if there
// is none, and the edits that this takes: a parameter without a name is given
// one. The engine says which context is the request's; without one, any other
// in scope will do.
func (lg *Loggers) Context(src *source.File, ctx *defect.Context, pos token.Pos) (string, []analysis.TextEdit) {
	if ctx != nil && src.Lookup(ctx.Var.Name(), pos) == ctx.Var {
		return ctx.Var.Name() + ctx.Get, nil
	}
	for _, v := range src.Locals(pos) {
		if source.IsContext(v.Type()) {
			return v.Name(), nil
		}
	}
	if fn := src.Declaration(pos); fn != nil && src.Lookup("ctx", pos) == nil {
		for _, field := range fn.Type.Params.List {
			if len(field.Names) == 1 && field.Names[0].Name == "_" && lg.pkg.IsContextExpr(field.Type) {
				return "ctx", []analysis.TextEdit{source.Replacement(field.Names[0], "ctx")}
			}
		}
	}
	return "", nil
}
