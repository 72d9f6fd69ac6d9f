package compose

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/linewriter"
	"github.com/loglint/loglint/passes/internal/fix/source"
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
			name, rewrite, ok = w.at.Tested(exit)
			break
		}
	}
	if !ok {
		if v := w.site.Error; v == nil || w.src.Lookup(v.Name(), call.Pos()) != v {
			return nil
		}
		name = w.site.Error.Name()
	}
	d := w.added(call, linewriter.Wanted{Err: name})
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

// added adds an error, or a recovered value, to a line.
func (w *work) added(call *ast.CallExpr, what linewriter.Wanted) *draft {
	edits, imports := w.c.rooms.Writer.Complete(w.src, call, what)
	if len(edits) == 0 {
		return nil
	}
	return &draft{message: "Add " + what.Err + " to the line", edits: edits, imports: imports}
}

// corrected logs the error in the place of the other one that the line has.
func (w *work) corrected(call *ast.CallExpr, name string) *draft {
	d := &draft{message: "Log " + name + " in the line"}
	right := w.src.Lookup(name, call.Pos())
	ast.Inspect(call, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && w.c.rooms.Package.IsErrorVar(id) && w.c.rooms.Package.Pass.TypesInfo.Uses[id] != right {
			d.edits = append(d.edits, source.Replacement(id, name))
			d.gone = append(d.gone, w.c.rooms.Package.Pass.TypesInfo.Uses[id].(*types.Var))
		}
		return true
	})
	return d
}

// recoverDrafts mends recovered panics that are dropped.
func (w *work) recoverDrafts() []draft {
	call := w.site.Origin
	if call == nil {
		return nil
	}
	say := []string{"recovered", "from", "panic"}
	line := func(pos token.Pos, name string) (linewriter.Line, bool) {
		return w.c.rooms.Writer.Write(w.src, linewriter.Wanted{Pos: pos, Level: w.level(), Err: name, Ctx: w.site.Context, Message: say, Binders: w.site.Binders, Value: true})
	}
	d := &draft{message: "Log the panic and its stack"}
	if w.site.Line != nil && len(w.site.Exits) > 0 {
		if id, ok := source.NilTest(w.site.Exits[0].Test).(*ast.Ident); ok {
			if added := w.added(w.site.Line, linewriter.Wanted{Err: id.Name, Value: true}); added != nil {
				added.message = "Add the panic and its stack to the line"
				if w.c.rooms.Writer.HasStack(w.site.Line) {
					added.message = "Add the panic to the line"
				}
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
			if !ok || branch.Init != nil || !w.at.IsFirst(call, branch.Cond) {
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
		d.edits = append(append(d.edits, m.Edits...), w.src.Before(exit.Body[0], m.Text))
		d.imports = m.Imports
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
		d.edits = append(m.Edits, source.Replacement(stmt, block(m.Text)))
		d.imports = m.Imports
	case *ast.IfStmt:
		if len(s.Body.List) > 0 || s.Else != nil {
			return nil
		}
		m, ok := line(s.Body.Lbrace+1, "r")
		if !ok {
			return nil
		}
		d.edits = append(m.Edits, source.Replacement(s, block(m.Text)))
		d.imports = m.Imports
	}
	return some(d)
}
