package compose

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A returnFix returns the error where the paths leave, as the file wraps its errors.
type returnFix struct{ *work }

// returned returns the draft that returns the error where the paths leave by a
// return statement, in the place of the error that is returned there.
func (w returnFix) returned() *draft {
	d := &draft{message: "Return the error"}
	for _, exit := range w.site.Exits {
		ret, ok := exit.Leave.(*ast.ReturnStmt)
		if w.f.Category == defect.CatReplaced || w.f.Category == defect.CatAnswered {
			if at, ok2 := w.returnAt(exit.At); ok2 {
				ret, ok = at, true
			}
		}
		if !ok || exit.Test == nil || w.at.MayBeNil(exit) {
			return nil
		}
		name, rewrite, ok := w.at.Tested(exit)
		if !ok {
			return nil
		}
		edit, imports, ok := w.carry(ret, name)
		if !ok {
			return nil
		}
		d.names = append(d.names, name)
		d.edits = append(d.edits, rewrite...)
		d.edits = append(d.edits, edit)
		d.imports = append(d.imports, imports...)
	}
	d.edits = distinct(d.edits)
	return d
}

// returnAt returns the return statement at pos.
func (w returnFix) returnAt(pos token.Pos) (*ast.ReturnStmt, bool) {
	for _, n := range w.src.Path(pos, pos+1) {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			return ret, true
		}
		if _, isFunc := n.(*ast.FuncLit); isFunc {
			break
		}
	}
	return nil, false
}

// remakes reports whether every path returns an error that is made on the
// spot from text alone, which is as well made from the error.
func (w returnFix) remakes() bool {
	if w.f.Category != defect.CatReplaced {
		return false
	}
	for _, exit := range w.site.Exits {
		ret, ok := w.returnAt(exit.At)
		if !ok || len(ret.Results) == 0 {
			return false
		}
		x := ret.Results[len(ret.Results)-1]
		if _, made := w.maker(x); made {
			continue
		}
		if _, remade := w.remade(x, "err"); remade {
			continue
		}
		if _, attached := w.attached(x, "err"); !attached {
			return false
		}
	}
	return true
}

// emptyHanded reports whether every path does nothing but return zero values, and no error, from a
// function that returns other errors: the caller takes them for what it asked for.
func (w returnFix) emptyHanded() bool {
	if w.f.Category != defect.CatDropped || w.expected() || slices.Contains(w.f.Evidence, defect.EvReason) {
		return false
	}
	for _, exit := range w.site.Exits {
		ret, ok := exit.Leave.(*ast.ReturnStmt)
		if !ok || !w.returnsErrors(ret.Pos()) || len(exit.Body) != 1 || exit.Body[0] != ast.Stmt(ret) || len(ret.Results) < 2 {
			return false
		}
		for _, x := range ret.Results {
			if !source.IsZero(w.c.rooms.Package.Pass.TypesInfo, x) {
				return false
			}
		}
	}
	return len(w.site.Exits) > 0
}

// maker returns the call of errors.New or fmt.Errorf that an expression is.
func (w returnFix) maker(x ast.Expr) (*ast.CallExpr, bool) {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil, false
	}
	fn := w.c.rooms.Package.Callee(call)
	if fn == nil || fn.FullName() != "errors.New" && fn.FullName() != "fmt.Errorf" {
		return nil, false
	}
	lit, ok := call.Args[0].(*ast.BasicLit)
	return call, ok && lit.Kind == token.STRING && !call.Ellipsis.IsValid()
}

// carry returns the edit after which a return statement returns the error
// called name.
func (w returnFix) carry(ret *ast.ReturnStmt, name string) (analysis.TextEdit, []string, bool) {
	typ, _ := w.src.Function(ret.Pos(), ret.End())
	i, ok := w.errorResult(typ)
	if !ok || len(ret.Results) != countFields(typ.Results) {
		return analysis.TextEdit{}, nil, false
	}
	x := ret.Results[i]
	if id, ok := x.(*ast.Ident); ok && id.Name == "nil" {
		text, imports := w.wrap(name)
		return source.Replacement(x, text), imports, true
	}
	if call, ok := w.maker(x); ok {
		fmtName, imports := w.src.Qualifier("fmt", "fmt")
		lit := call.Args[0].(*ast.BasicLit).Value
		if w.c.rooms.Package.Callee(call).FullName() == "errors.New" {
			lit = strings.ReplaceAll(lit, "%", "%%")
		}
		text := fmtName + ".Errorf(" + lit[:len(lit)-1] + ": %w" + lit[len(lit)-1:]
		for _, arg := range call.Args[1:] {
			text += ", " + w.src.Text(arg)
		}
		return source.Replacement(x, text+", "+name+")"), imports, true
	}
	if edit, ok := w.remade(x, name); ok {
		return edit, nil, true
	}
	if edit, ok := w.attached(x, name); ok {
		return edit, nil, true
	}
	// A sentinel of a package: both.
	var obj types.Object
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		obj = w.c.rooms.Package.Pass.TypesInfo.Uses[x]
	case *ast.SelectorExpr:
		obj = w.c.rooms.Package.Pass.TypesInfo.Uses[x.Sel]
	}
	if v, ok := obj.(*types.Var); ok && !v.IsField() && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() && source.IsErrorLike(v.Type()) {
		fmtName, imports := w.src.Qualifier("fmt", "fmt")
		return source.Replacement(x, fmtName+`.Errorf("%w: %w", `+w.src.Text(x)+", "+name+")"), imports, true
	}
	return analysis.TextEdit{}, nil, false
}

// wrap returns the expression that returns an error as the file does: with
// what was being done, or as it is.
func (w returnFix) wrap(name string) (string, []string) {
	style := w.c.rooms.Lines.Wrapping(w.src)
	if !style.Used {
		return name, nil
	}
	fmtName, imports := w.src.Qualifier("fmt", "fmt")
	return fmtName + ".Errorf(" + strconv.Quote(style.Say(w.doing())+": %w") + ", " + name + ")", imports
}

// errorResult returns the index of the last result of a function, if that is
// an error.
func (w returnFix) errorResult(typ *ast.FuncType) (int, bool) {
	if typ == nil || typ.Results == nil {
		return 0, false
	}
	last := typ.Results.List[len(typ.Results.List)-1]
	t := w.c.rooms.Package.Pass.TypesInfo.TypeOf(last.Type)
	return countFields(typ.Results) - 1, t != nil && source.IsError(t)
}

// returnsErrors reports whether the function around pos returns an error anywhere that is not
// the literal nil.
func (w returnFix) returnsErrors(pos token.Pos) bool {
	typ, body := w.src.Function(pos, pos)
	i, ok := w.errorResult(typ)
	if !ok || body == nil {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if i < len(n.Results) {
				id, ok := ast.Unparen(n.Results[i]).(*ast.Ident)
				found = found || !ok || id.Name != "nil"
			}
		}
		return !found
	})
	return found
}

func countFields(list *ast.FieldList) int {
	n := 0
	for _, f := range list.List {
		n += max(1, len(f.Names))
	}
	return n
}

// returning returns a statement for pos that returns the error called name,
// and the zero values of the other results.
func (w returnFix) returning(pos token.Pos, name string) (string, []string, bool) {
	typ, _ := w.src.Function(pos, pos)
	i, ok := w.errorResult(typ)
	if !ok {
		return "", nil, false
	}
	var values []string
	for _, f := range typ.Results.List {
		zero, ok := w.zero(f.Type)
		if !ok && i > 0 {
			return "", nil, false
		}
		for range max(1, len(f.Names)) {
			values = append(values, zero)
		}
	}
	text, imports := w.wrap(name)
	values[i] = text
	return "return " + strings.Join(values, ", "), imports, true
}

// zero returns the zero value of a type, as it is written.
func (w returnFix) zero(x ast.Expr) (string, bool) {
	t := w.c.rooms.Package.Pass.TypesInfo.TypeOf(x)
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return "", false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return "false", true
		case u.Info()&types.IsString != 0:
			return `""`, true
		case u.Info()&types.IsNumeric != 0:
			return "0", true
		}
		return "nil", true
	case *types.Struct, *types.Array:
		return w.src.Text(x) + "{}", true
	}
	return "nil", true
}
