package compose

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

// A contextFix mends a line that lacks the context of its request.
type contextFix struct{ *work }

// drafts mends lines that lack the request's context.
func (w contextFix) drafts() []draft {
	if w.site.Context == nil {
		return nil
	}
	call := w.site.Line
	ctx, _ := w.c.rooms.Loggers.Context(w.src, w.site.Context, call.Pos())
	fn := w.c.rooms.Package.Callee(call)
	if fn == nil || ctx == "" {
		return nil
	}
	var imports []string
	if w.src.Outlives(call, w.site.Context.Var) {
		name, paths := w.src.Qualifier("context", "context")
		ctx, imports = name+".WithoutCancel("+ctx+")", paths
	}
	if w.f.Category == defect.CatBackground {
		return some(w.replacedContext(call, fn, ctx, imports))
	}
	if w.f.Category == defect.CatAnonymous {
		return some(w.rooted(call, ctx, imports))
	}
	return some(w.variant(call, fn, ctx, imports), w.led(call, fn, ctx, imports), w.sibling(call, fn, ctx, imports), w.rooted(call, ctx, imports))
}

// passes completes the message of a fix that passes a context to a function.
func (w contextFix) passes(ctx, name string) string { return "Pass " + ctx + " to " + name }

// called returns the name of a function as the call has it, with another one
// for its last part.
func (w contextFix) called(call *ast.CallExpr, name string) string {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if _, ok := ast.Unparen(sel.X).(*ast.CallExpr); !ok {
			return w.src.Text(sel.X) + "." + name
		}
	}
	return name
}

// firstArgument returns the edit that makes a context the first argument of a call.
func (w contextFix) firstArgument(call *ast.CallExpr, ctx string) analysis.TextEdit {
	if len(call.Args) > 0 {
		return source.Insertion(call.Args[0].Pos(), ctx+", ")
	}
	return source.Insertion(call.Lparen+1, ctx)
}

// variant calls the variant of a function that takes a context.
func (w contextFix) variant(call *ast.CallExpr, fn *types.Func, ctx string, imports []string) *draft {
	effect, ok := known.EffectOf(fn)
	if !ok || effect.Context == "" {
		return nil
	}
	name := funName(call)
	return &draft{
		message: w.passes(ctx, w.called(call, effect.Context)),
		edits:   []analysis.TextEdit{source.Replacement(name, effect.Context), w.firstArgument(call, ctx)},
		imports: imports,
	}
}

// funName returns the identifier by which a call names its function.
func funName(call *ast.CallExpr) *ast.Ident {
	switch fun := source.Unindexed(call.Fun).(type) {
	case *ast.SelectorExpr:
		return fun.Sel
	case *ast.Ident:
		return fun
	}
	return nil
}

// led gives a function that takes any values the context as the first of
// them.
func (w contextFix) led(call *ast.CallExpr, fn *types.Func, ctx string, imports []string) *draft {
	sig := fn.Signature()
	if _, inTable := known.EffectOf(fn); inTable || !sig.Variadic() || sig.Params().Len() != 1 {
		return nil
	}
	if !w.c.leads(fn) || call.Ellipsis.IsValid() && len(call.Args) == 1 {
		return nil
	}
	return &draft{
		message: w.passes(ctx, w.called(call, fn.Name())),
		edits:   []analysis.TextEdit{w.firstArgument(call, ctx)},
		imports: imports,
	}
}

// leads reports whether a call in the package gives fn a context as the first
// of its values.
func (c *Composer) leads(fn *types.Func) bool {
	for _, file := range c.rooms.Package.Files {
		found := false
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			found = found || ok && len(call.Args) > 0 && c.rooms.Package.IsContextExpr(call.Args[0]) && c.rooms.Package.Callee(call) == fn
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// sibling calls the function beside fn that has its name with something added
// and its parameters after a context.
func (w contextFix) sibling(call *ast.CallExpr, fn *types.Func, ctx string, imports []string) *draft {
	if _, inTable := known.EffectOf(fn); inTable {
		return nil
	}
	params := fn.Signature().Params()
	for _, other := range source.Siblings(fn) {
		o := other.Signature().Params()
		if !strings.HasPrefix(other.Name(), fn.Name()) || o.Len() != params.Len()+1 || !source.IsContext(o.At(0).Type()) || other.Signature().Variadic() != fn.Signature().Variadic() {
			continue
		}
		same := true
		for i := range params.Len() {
			same = same && types.Identical(params.At(i).Type(), o.At(i+1).Type())
		}
		if same {
			return &draft{
				message: w.passes(ctx, w.called(call, other.Name())),
				edits:   []analysis.TextEdit{source.Replacement(funName(call), other.Name()), w.firstArgument(call, ctx)},
				imports: imports,
			}
		}
	}
	return nil
}

// replacedContext gives a call the request's context in the place of another.
func (w contextFix) replacedContext(call *ast.CallExpr, fn *types.Func, ctx string, imports []string) *draft {
	i := 0
	if s := style.ShapeOf(fn.Signature()); s.Ctx >= 0 {
		i = s.Ctx
	}
	if i >= len(call.Args) || !w.c.rooms.Package.IsContextExpr(call.Args[i]) {
		return nil
	}
	d := &draft{
		message: w.passes(ctx, w.called(call, fn.Name())),
		edits:   []analysis.TextEdit{source.Replacement(call.Args[i], ctx)},
		imports: imports,
	}
	d.edits = append(d.edits, w.src.Unimport(call.Args[i])...)
	return d
}

// rooted writes a line with the logger that the package gets from a context,
// in the place of another.
func (w contextFix) rooted(call *ast.CallExpr, ctx string, imports []string) *draft {
	first := w.c.rooms.Writer.RootOf(w.src, call)
	if first == nil {
		return nil
	}
	for _, r := range w.c.rooms.Writer.FromContext(w.src, call.Pos(), ctx, w.site.Binders) {
		d := &draft{
			message: "Log with " + r.Text,
			// The name stands for another function now: of a logger, where it was
			// one of its package.
			edits:   []analysis.TextEdit{source.Replacement(first, source.Qualified(r.Text, first.Sel.Name))},
			imports: slices.Concat(r.Imports, imports),
		}
		if !strings.HasPrefix(r.Text, w.src.Text(first.X)+".") {
			d.edits = append(d.edits, w.src.Unimport(first.X)...)
		}
		if d, ok := w.finish(*d); ok {
			return &draft{message: d.Message, edits: d.TextEdits}
		}
	}
	return nil
}
