package fix

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
	"github.com/loglint/loglint/passes/internal/fix/style"
)

// valueDrafts mends lines that are logged for an error, and lack it.
func (w *work) valueDrafts() []draft {
	call := w.site.Line
	if call == nil {
		return nil
	}
	name, rewrite, ok := "", []analysis.TextEdit(nil), false
	for _, exit := range w.site.Exits {
		if exit.Test != nil {
			name, rewrite, ok = w.tested(exit)
			break
		}
	}
	if !ok {
		if v := w.site.Error; v == nil || w.src.Lookup(v.Name(), call.Pos()) != v {
			return nil
		}
		name = w.site.Error.Name()
	}
	d := w.added(call, wanted{err: name})
	if slices.Contains(w.f.Evidence, defect.EvWrong) {
		d = w.corrected(call, name)
	}
	if d == nil {
		return nil
	}
	d.edits = append(d.edits, rewrite...)
	d.names = []string{name}
	return some(d)
}

// corrected logs the error in the place of the other one that the line has.
func (w *work) corrected(call *ast.CallExpr, name string) *draft {
	d := &draft{message: "Log " + name + " in the line"}
	right := w.src.Lookup(name, call.Pos())
	ast.Inspect(call, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && w.fx.IsErrorVar(id) && w.fx.Pass.TypesInfo.Uses[id] != right {
			d.edits = append(d.edits, source.Replacement(id, name))
			d.gone = append(d.gone, w.fx.Pass.TypesInfo.Uses[id].(*types.Var))
		}
		return true
	})
	return d
}

// added adds an error, or a recovered value, to a line, as other lines hold
// theirs.
func (w *work) added(call *ast.CallExpr, what wanted) *draft {
	name := what.err
	s := w.fx.TakeApart(w.src, call)
	if s == nil || call.Ellipsis.IsValid() || w.fx.hasErrorIn(call) {
		return nil
	}
	d := &draft{message: "Add " + name + " to the line"}
	st := w.fx.Of(s)
	form := s.Shape.Form
	// A method that takes one error, before the last call, is what holds the
	// error of zerolog's lines, and of logrus's.
	if form == style.Plain || form == style.Values && s.Root != nil && w.linked(s) {
		t := s.ChainType()
		if form == style.Values {
			t = s.Type
		}
		sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if t == nil || !isSel {
			return nil
		}
		link, ok := w.fx.linkFor(t, what)
		if !ok {
			return nil
		}
		d.edits = []analysis.TextEdit{source.Insertion(sel.X.End(), "."+link)}
		if what.value {
			d.imports = []string{"runtime/debug"}
		}
		return d
	}
	if s.Shape.Err >= 0 && !what.value {
		arg := call.Args[s.Shape.Err]
		if id, ok := arg.(*ast.Ident); !ok || id.Name != "nil" {
			return nil
		}
		d.edits = []analysis.TextEdit{source.Replacement(arg, name)}
		return d
	}
	var m made
	m.imports = slices.Clone(s.Imports)
	like := w.fx.Likely(s)
	rest, _, ok := w.fx.errorArgs(&m, w.src, like, s.Shape, what, "")
	if !ok || rest == "" {
		return nil
	}
	d.imports = append(m.imports, like.Imports...)
	msg := s.MessageOf(call)
	switch form {
	case style.Formatted, style.Values:
		lit, ok := msg.(*ast.BasicLit)
		if !ok && form == style.Formatted && !what.value && msg != nil && w.fx.Constant(msg) != "" {
			d.edits = append(d.edits, source.Insertion(msg.End(), ` + "`+st.Sep+st.Verb+`"`))
			break
		}
		if !ok || lit.Value[0] != '"' {
			return nil
		}
		text, tail := lit.Value[1:len(lit.Value)-1], ""
		for _, suffix := range []string{`\n`, "."} {
			if rest, found := strings.CutSuffix(text, suffix); found {
				text, tail = rest, suffix+tail
			}
		}
		if form == style.Formatted && what.value {
			text += `: %v\n%s` + strings.TrimPrefix(tail, ".")
		} else if form == style.Formatted {
			text += st.Sep + st.Verb + strings.TrimPrefix(tail, ".")
		} else if call.Args[len(call.Args)-1] == msg {
			text = strings.TrimRight(text, ": ") + st.Tail
		}
		if quoted := `"` + text + `"`; quoted != lit.Value {
			if _, err := strconv.Unquote(quoted); err != nil {
				return nil
			}
			d.edits = append(d.edits, source.Replacement(lit, quoted))
		}
	}
	last := call.Args[len(call.Args)-1]
	end := last.End()
	if w.src.Line(end) != w.src.Line(call.Rparen) {
		// One argument a line.
		indent := w.src.Indent(last.Pos())
		d.edits = append(d.edits, analysis.TextEdit{Pos: end, End: end, NewText: []byte(",\n" + indent + rest)})
		return d
	}
	d.edits = append(d.edits, source.Insertion(end, ", "+rest))
	return d
}

// hasErrorIn reports whether a line has an error already, as an argument or in one
// of the calls before its last: another one under the same key tells nothing.
func (fx *Fixer) hasErrorIn(line *ast.CallExpr) bool {
	if fx.ErrorIn(line.Args) != nil {
		return true
	}
	sel, ok := ast.Unparen(line.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	inner, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	return ok && fx.IsLink(inner) && fx.hasErrorIn(inner)
}

// linked reports whether lines like s hold their errors in a link.
func (w *work) linked(s *style.Sample) bool {
	if _, ok := w.fx.linkFor(s.Type, wanted{err: "err"}); !ok {
		return false
	}
	for _, o := range w.fx.Samples() {
		if o.HasError && o.Callee.Pkg() == s.Callee.Pkg() && o.ErrArgs != "" {
			return false
		}
	}
	return true
}

// recoverDrafts mends recovered panics that are dropped.
func (w *work) recoverDrafts() []draft {
	call := w.site.Origin
	if call == nil {
		return nil
	}
	say := []string{"recovered", "from", "panic"}
	line := func(pos token.Pos, name string) (made, bool) {
		return w.fx.line(w.src, wanted{pos: pos, level: w.level(), err: name, ctx: w.site.Context, message: say, binders: w.site.Binders, value: true})
	}
	d := &draft{message: "Log the panic and its stack"}
	if w.site.Line != nil && len(w.site.Exits) > 0 {
		if id, ok := source.NilTest(w.site.Exits[0].Test).(*ast.Ident); ok {
			if added := w.added(w.site.Line, wanted{err: id.Name, value: true}); added != nil {
				added.message = "Add the panic and its stack to the line"
				return some(added)
			}
		}
	}
	if len(w.site.Exits) > 0 && w.site.Exits[0].Body != nil {
		exit := w.site.Exits[0]
		name := ""
		if id, ok := source.NilTest(exit.Test).(*ast.Ident); ok {
			name = id.Name
		} else if source.NilTest(exit.Test) == ast.Expr(call) {
			branch, ok := exit.Branch.(*ast.IfStmt)
			if !ok || branch.Init != nil || !w.isFirst(call, branch.Cond) {
				return nil
			}
			name = "r"
			if w.src.Lookup(name, branch.Pos()) != nil {
				name = "recovered"
			}
			d.edits = append(d.edits, source.Insertion(branch.Cond.Pos(), name+" := "+w.src.Text(call)+"; "), source.Replacement(call, name))
		}
		if name == "" {
			return nil
		}
		m, ok := line(exit.Body[0].Pos(), name)
		if !ok {
			return nil
		}
		d.edits = append(append(d.edits, m.edits...), w.src.Before(exit.Body[0], m.text))
		d.imports = m.imports
		return some(d)
	}
	stmt, _ := w.src.Statement(call.Pos(), call.End())
	indent := ""
	if stmt != nil {
		indent = w.src.Indent(stmt.Pos())
	}
	block := func(text string) string {
		return "if r := recover(); r != nil {\n" + source.Shift(indent, source.Nested(text), "}")
	}
	switch s := stmt.(type) {
	case *ast.ExprStmt, *ast.AssignStmt:
		if assign, ok := s.(*ast.AssignStmt); ok && (!blankOnly(assign.Lhs) || assign.Tok != token.ASSIGN) {
			return nil
		}
		m, ok := line(stmt.Pos(), "r")
		if !ok {
			return nil
		}
		d.edits = append(m.edits, source.Replacement(stmt, block(m.text)))
		d.imports = m.imports
	case *ast.IfStmt:
		if len(s.Body.List) > 0 || s.Else != nil {
			return nil
		}
		m, ok := line(s.Body.Lbrace+1, "r")
		if !ok {
			return nil
		}
		d.edits = append(m.edits, source.Replacement(s, block(m.text)))
		d.imports = m.imports
	}
	return some(d)
}
