package linewriter

import (
	"cmp"
	"go/ast"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
)

// Complete returns the edits that add an error, or a recovered value, to a line, as
// other lines hold theirs, and the packages that they name; no edits if it cannot be
// added.
func (wr *Writer) Complete(src *source.File, call *ast.CallExpr, what Wanted) (edits []analysis.TextEdit, imports []string) {
	name := what.Err
	what.Stacked = what.Value && wr.HasStack(call)
	s := wr.lines.TakeApart(src, call)
	if s == nil || call.Ellipsis.IsValid() || wr.hasErrorIn(call) {
		return nil, nil
	}
	st := wr.lines.Of(s)
	form := s.Shape.Form
	// A method that takes one error, before the last call, is what holds the
	// error of zerolog's lines, and of logrus's.
	if form == style.Plain || form == style.Values && s.Root != nil && wr.linked(s) {
		t := s.ChainType()
		if form == style.Values {
			t = s.Type
		}
		sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if t == nil || !isSel {
			return nil, nil
		}
		link, ok := wr.linkFor(t, what)
		if !ok {
			return nil, nil
		}
		edits = []analysis.TextEdit{source.Insertion(sel.X.End(), "."+link)}
		if what.Value && !what.Stacked {
			imports = []string{"runtime/debug"}
		}
		return edits, imports
	}
	if s.Shape.Err >= 0 && !what.Value {
		arg := call.Args[s.Shape.Err]
		if id, ok := arg.(*ast.Ident); !ok || id.Name != "nil" {
			return nil, nil
		}
		edits = []analysis.TextEdit{source.Replacement(arg, name)}
		return edits, imports
	}
	var m Line
	m.Imports = slices.Clone(s.Imports)
	like := wr.lines.Likely(s)
	rest, _, ok := wr.errorArgs(&m, src, like, s.Shape, what, "")
	if !ok || rest == "" {
		return nil, nil
	}
	imports = append(m.Imports, like.Imports...)
	msg := s.MessageOf(call)
	switch form {
	case style.Formatted, style.Values:
		lit, ok := msg.(*ast.BasicLit)
		if !ok && form == style.Formatted && !what.Value && msg != nil && wr.pkg.Constant(msg) != "" {
			edits = append(edits, source.Insertion(msg.End(), ` + "`+st.Sep+st.Verb+`"`))
			break
		}
		if !ok || lit.Value[0] != '"' {
			return nil, nil
		}
		text, tail := lit.Value[1:len(lit.Value)-1], ""
		for _, suffix := range []string{`\n`, "."} {
			if rest, found := strings.CutSuffix(text, suffix); found {
				text, tail = rest, suffix+tail
			}
		}
		if form == style.Formatted && what.Stacked {
			text += ": %v" + strings.TrimPrefix(tail, ".")
		} else if form == style.Formatted && what.Value {
			text += `: %v\n%s` + strings.TrimPrefix(tail, ".")
		} else if form == style.Formatted {
			text += st.Sep + st.Verb + strings.TrimPrefix(tail, ".")
		} else if call.Args[len(call.Args)-1] == msg {
			text = strings.TrimRight(text, ": ") + cmp.Or(st.Tail, between(s))
		}
		if quoted := `"` + text + `"`; quoted != lit.Value {
			if _, err := strconv.Unquote(quoted); err != nil {
				return nil, nil
			}
			edits = append(edits, source.Replacement(lit, quoted))
		}
	}
	last := call.Args[len(call.Args)-1]
	end := last.End()
	if src.Line(end) != src.Line(call.Rparen) {
		// One argument a line.
		indent := src.Indent(last.Pos())
		edits = append(edits, analysis.TextEdit{Pos: end, End: end, NewText: []byte(",\n" + indent + rest)})
		return edits, imports
	}
	edits = append(edits, source.Insertion(end, ", "+rest))
	return edits, imports
}

// between returns what stands between the message of a line and its error, where no other line
// tells: what prints as fmt.Sprint does puts nothing there itself.
func between(s *style.Sample) string {
	if s.Shape.Form != style.Values || s.Callee == nil || strings.HasSuffix(s.Callee.Name(), "ln") {
		return ""
	}
	return ": "
}

// HasStack reports whether a line, or a call that it begins with, is given a stack.
func (wr *Writer) HasStack(line *ast.CallExpr) bool {
	for n := range ast.Preorder(line) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			continue
		}
		if fn := wr.pkg.Callee(call); fn != nil && (fn.FullName() == "runtime/debug.Stack" || fn.FullName() == "runtime.Stack") {
			return true
		}
	}
	return false
}

// hasErrorIn reports whether a line has an error already, as an argument or in one
// of the calls before its last: another one under the same key tells nothing.
func (wr *Writer) hasErrorIn(line *ast.CallExpr) bool {
	if wr.pkg.ErrorIn(line.Args) != nil {
		return true
	}
	sel, ok := ast.Unparen(line.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	inner, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	return ok && wr.lines.IsLink(inner) && wr.hasErrorIn(inner)
}

// linked reports whether lines like s hold their errors in a link.
func (wr *Writer) linked(s *style.Sample) bool {
	if _, ok := wr.linkFor(s.Type, Wanted{Err: "err"}); !ok {
		return false
	}
	for _, o := range wr.lines.Samples() {
		if o.HasError && o.Callee.Pkg() == s.Callee.Pkg() && o.ErrArgs != "" {
			return false
		}
	}
	return true
}
