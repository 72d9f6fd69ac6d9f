package compose

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/linewriter"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// An untakenFix mends a result of a call that nothing looks at.
type untakenFix struct{ *work }

// drafts mends results of calls that nothing looks at: a check after
// the call, which logs the error or returns it.
func (w untakenFix) drafts() []draft {
	if slices.Contains(w.f.Evidence, defect.EvRuns) && w.f.Category == defect.CatDiscarded {
		return nil // the status by which a program ends may be its answer: that of diff is
	}
	log, back := w.checked(w.logLine), w.checked(w.returnLine)
	if pos := w.site.Origin.Pos(); w.becauseOfAnother() || w.leavesUndone(pos) {
		back = nil // not by choice, either
	}
	switch {
	case back != nil && w.returns() && (log == nil || w.unread()):
		return some(back) // nobody would read a line, or none can be written
	case log == nil:
		return nil
	case back != nil && w.returns() && w.tellsOtherwise():
		return some(back, log)
	case back != nil:
		back.second = true
	}
	return some(log, back)
}

// returns reports whether the function returns errors, and nobody means to lose this one: what is
// discarded by name, and clean-up, is meant to be, and in a loop a round may be one of several. Nobody
// means to use a result that is nil then.
func (w untakenFix) returns() bool {
	pos := w.site.Origin.Pos()
	if w.f.Category != defect.CatDiscarded && w.f.Category != defect.CatOverwritten || !(returnFix{w.work}).returnsErrors(pos) || slices.Contains(w.f.Evidence, defect.EvCleanup) {
		return false
	}
	return w.f.Says.Instead.Kind == defect.NilUsed || !slices.Contains(w.f.Evidence, defect.EvExplicit) && !w.src.InLoop(pos)
}

// tellsOtherwise reports whether nobody means to go on where this call fails: nothing else is lost
// in the function, or what stands in for the result is used as if it were there. What decodes or
// computes may be meant to have a default.
func (w untakenFix) tellsOtherwise() bool {
	switch w.f.Says.Instead.Kind {
	case defect.NilUsed, defect.DrivesChange:
		return true
	}
	for _, ev := range []defect.Evidence{defect.EvComputed, defect.EvDecoding, defect.EvTrial, defect.EvProbe} {
		if slices.Contains(w.f.Evidence, ev) {
			return false
		}
	}
	return slices.Contains(w.f.Evidence, defect.EvSiblings)
}

// A line that is to stand in the branch of a check.
type branchLine struct {
	text    string
	message string // of the fix
	imports []string
	edits   []analysis.TextEdit
}

// draft begins the draft that runs the line for the error called name.
func (l branchLine) draft(name string) *draft {
	return &draft{message: l.message, imports: l.imports, edits: l.edits, names: []string{name}}
}

// logLine makes the line that logs the error called name.
func (w untakenFix) logLine(pos token.Pos, name string) (branchLine, bool) {
	m, ok := w.line(linewriter.Wanted{Pos: pos, Level: w.level(), Err: name, Ctx: w.site.Context, Message: w.doing(), Binders: w.site.Binders, Call: w.site.Origin})
	return branchLine{text: m.Text, message: "Check the error and log it" + w.like(m), imports: m.Imports, edits: m.Edits}, ok
}

// returnLine makes the statement that returns the error called name.
func (w untakenFix) returnLine(pos token.Pos, name string) (branchLine, bool) {
	text, imports, ok := returnFix{w.work}.returning(pos, name)
	return branchLine{text: text, message: "Check the error and return it", imports: imports}, ok
}

// overwritten mends an error that is given another value before anything looks at it: nobody meant to
// lose it, so that a function that returns its others returns it where its result is nil then, or where
// no line can be written.
func (w untakenFix) overwritten() []draft {
	log := w.logged()
	if w.site.Origin == nil {
		return some(log)
	}
	pos := w.site.Origin.Pos()
	if !(returnFix{w.work}).returnsErrors(pos) || w.src.InLoop(pos) || w.becauseOfAnother() && w.f.Says.Instead.Kind != defect.NilUsed || w.leavesUndone(pos) {
		return some(log)
	}
	back := w.checkedAfter(w.returnLine)
	if back != nil && log != nil && w.f.Says.Instead.Kind != defect.NilUsed {
		back.second = true
		return some(log, back)
	}
	return some(back, log)
}

// checkedAfter returns the draft that looks at an error that a variable takes
// and nothing tests before it is overwritten or let go, if it is plain where:
// right after the call.
func (w untakenFix) checkedAfter(line func(token.Pos, string) (branchLine, bool)) *draft {
	if w.site.Origin == nil || w.site.Error == nil || w.site.Error.IsField() || !source.IsError(w.site.Error.Type()) {
		return nil
	}
	stmt, _ := w.src.Statement(w.site.Origin.Pos(), w.site.Origin.End())
	assign, ok := stmt.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 || ast.Unparen(assign.Rhs[0]) != w.site.Origin {
		return nil
	}
	name := w.site.Error.Name()
	made, ok := line(stmt.Pos(), name)
	if !ok {
		return nil
	}
	d := made.draft(name)
	d.edits = append(d.edits, w.src.After(stmt, "if "+name+" != nil {", source.Nested(made.text), "}"))
	return d
}

// checked returns the draft that takes the error that is discarded and runs a
// line for it.
func (w untakenFix) checked(line func(token.Pos, string) (branchLine, bool)) *draft {
	call := w.site.Origin
	if call == nil {
		return nil
	}
	if w.f.Category == defect.CatOverwritten || w.site.Error != nil && w.site.Error.Name() != "_" {
		return w.checkedAfter(line)
	}
	stmt, list := w.src.Statement(call.Pos(), call.End())
	switch s := stmt.(type) {
	case *ast.ExprStmt:
		if ast.Unparen(s.X) == call {
			return w.wrapped(stmt, call, line)
		}
	case *ast.GoStmt:
		return w.inLiteral("go ", s, s.Call, line)
	case *ast.DeferStmt:
		return w.inLiteral("defer ", s, s.Call, line)
	case *ast.AssignStmt:
		if len(s.Rhs) == 1 && ast.Unparen(s.Rhs[0]) == call {
			if blankOnly(s.Lhs) {
				return w.wrapped(stmt, call, line)
			}
			return w.taken(s, s, list, line)
		}
	case *ast.IfStmt:
		if init, ok := s.Init.(*ast.AssignStmt); ok && len(init.Rhs) == 1 && ast.Unparen(init.Rhs[0]) == call {
			if blankOnly(init.Lhs) {
				return nil
			}
			return w.hoisted(s, init, line)
		}
	}
	return nil
}

// blankOnly reports whether all of the expressions are the blank identifier.
func blankOnly(exprs []ast.Expr) bool {
	for _, x := range exprs {
		if id, ok := x.(*ast.Ident); !ok || id.Name != "_" {
			return false
		}
	}
	return true
}

// wrapped puts a call whose results nothing takes into an if statement.
func (w untakenFix) wrapped(stmt ast.Stmt, call *ast.CallExpr, line func(token.Pos, string) (branchLine, bool)) *draft {
	name := "err"
	made, ok := line(stmt.Pos(), name)
	if !ok {
		return nil
	}
	results := 1
	if t, ok := w.c.rooms.Package.Pass.TypesInfo.TypeOf(call).(*types.Tuple); ok {
		results = t.Len()
	}
	targets := strings.Repeat("_, ", w.site.Result) + name + strings.Repeat(", _", results-w.site.Result-1)
	indent := w.src.Indent(stmt.Pos())
	d := made.draft(name)
	head, body := "; "+name+" != nil {", "\n"+source.Shift(indent, source.Nested(made.text), "}")
	d.edits = append(d.edits, analysis.TextEdit{Pos: stmt.Pos(), End: call.Pos(), NewText: []byte("if " + targets + " := ")})
	end := w.src.PastComment(call.End())
	if w.src.Needless(call.End(), end) {
		d.edits = append(d.edits, analysis.TextEdit{Pos: call.End(), End: end, NewText: []byte(head + body)})
	} else if end > call.End() {
		// What the comment says is said of the call.
		d.edits = append(d.edits, source.Insertion(call.End(), head), source.Insertion(end, body))
	} else {
		d.edits = append(d.edits, source.Insertion(call.End(), head+body))
	}
	return d
}

// inLiteral puts a call that is run by go or defer into a function literal.
// Its operands are evaluated later then, so it is done only where that makes no
// difference.
func (w untakenFix) inLiteral(keyword string, stmt ast.Stmt, call *ast.CallExpr, line func(token.Pos, string) (branchLine, bool)) *draft {
	if call != w.site.Origin || !w.at.Lasts(call) {
		return nil
	}
	if t, ok := w.c.rooms.Package.Pass.TypesInfo.TypeOf(call).(*types.Tuple); ok && t.Len() > 1 {
		return nil
	}
	made, ok := w.logLine(stmt.Pos(), "err")
	if !ok {
		return nil
	}
	indent := w.src.Indent(stmt.Pos())
	d := made.draft("err")
	d.edits = append(d.edits, source.Replacement(stmt, keyword+"func() {\n"+indent+"\tif err := "+w.src.Text(call)+"; err != nil {\n"+
		source.Shift(indent, source.Nested(source.Nested(made.text)), "\t}", "}()")))
	return d
}

// taken gives the blank identifier of an assignment a name and checks it
// after stmt.
func (w untakenFix) taken(stmt ast.Stmt, assign *ast.AssignStmt, list []ast.Stmt, line func(token.Pos, string) (branchLine, bool)) *draft {
	if w.site.Result >= len(assign.Lhs) {
		return nil
	}
	name, exists := w.at.Fresh(stmt)
	d := w.takenAs(name, exists, stmt, assign, list, line)
	if d == nil || name != "err" {
		return d
	}
	if _, ok := w.finish(*d); !ok {
		// A statement after it declares err, alone.
		return w.takenAs(w.at.OwnName(stmt.End()), false, stmt, assign, list, line)
	}
	return d
}

// takenAs is taken with a given name; exists says that the variable does.
func (w untakenFix) takenAs(name string, exists bool, stmt ast.Stmt, assign *ast.AssignStmt, list []ast.Stmt, line func(token.Pos, string) (branchLine, bool)) *draft {
	made, ok := line(stmt.Pos(), name)
	if !ok {
		return nil
	}
	d := made.draft(name)
	d.edits = append(d.edits, source.Replacement(assign.Lhs[w.site.Result], name))
	if assign.Tok == token.ASSIGN && !exists {
		if slices.ContainsFunc(list, w.mayBeHoisted) {
			return nil // the fix of that may declare the variable as well
		}
		d.edits = append(d.edits, w.src.Before(w.firstDiscard(list), "var "+name+" error"))
	}
	d.edits = append(d.edits, w.src.After(stmt, "if "+name+" != nil {", source.Nested(made.text), "}"))
	return d
}

// firstDiscard returns the first statement of a list that assigns an error to
// the blank identifier. The variable that several of them need is declared
// there, by the same edit of each.
func (w untakenFix) firstDiscard(list []ast.Stmt) ast.Stmt {
	for _, s := range list {
		assign, ok := s.(*ast.AssignStmt)
		if !ok || len(assign.Rhs) != 1 || len(assign.Lhs) < 2 {
			continue
		}
		results, ok := w.c.rooms.Package.Pass.TypesInfo.TypeOf(assign.Rhs[0]).(*types.Tuple)
		if !ok {
			continue
		}
		for i, lhs := range assign.Lhs {
			if id, ok := lhs.(*ast.Ident); ok && id.Name == "_" && source.IsError(results.At(i).Type()) {
				return s
			}
		}
	}
	return list[0]
}

// mayBeHoisted reports whether a statement is one whose fix may be what [untakenFix.hoisted]
// makes of it.
func (w untakenFix) mayBeHoisted(stmt ast.Stmt) bool {
	s, ok := stmt.(*ast.IfStmt)
	if !ok {
		return false
	}
	init, ok := s.Init.(*ast.AssignStmt)
	return ok && slices.ContainsFunc(init.Lhs, func(lhs ast.Expr) bool { id, ok := lhs.(*ast.Ident); return ok && id.Name == "_" })
}

// hoisted moves the assignment of an if statement before it and checks the
// error there.
func (w untakenFix) hoisted(s *ast.IfStmt, init *ast.AssignStmt, line func(token.Pos, string) (branchLine, bool)) *draft {
	if w.site.Result >= len(init.Lhs) || init.Tok != token.DEFINE || w.src.Commented(s.Pos(), s.Cond.Pos()) {
		return nil
	}
	for _, lhs := range init.Lhs {
		id, ok := lhs.(*ast.Ident)
		if !ok || id.Name != "_" && w.src.Lookup(id.Name, s.Pos()) != nil || !w.declaresAlone(id) {
			return nil // another variable would be meant after the statement
		}
	}
	name, _ := w.at.Fresh(s)
	made, ok := line(s.Pos(), name)
	if !ok {
		return nil
	}
	var targets []string
	for i, lhs := range init.Lhs {
		if i == w.site.Result {
			targets = append(targets, name)
			continue
		}
		targets = append(targets, lhs.(*ast.Ident).Name)
	}
	indent := w.src.Indent(s.Pos())
	text := strings.Join(targets, ", ") + " := " + w.src.Text(init.Rhs[0]) + "\n" +
		source.Shift(indent, "if "+name+" != nil {", source.Nested(made.text), "}") + "\n" + indent + "if "
	d := made.draft(name)
	d.edits = append(d.edits, analysis.TextEdit{Pos: s.Pos(), End: s.Cond.Pos(), NewText: []byte(text)})
	return d
}

// declaresAlone reports whether no other statement of the function declares a
// name: a fix that moves the declaration outwards may meet another that does.
func (w untakenFix) declaresAlone(name *ast.Ident) bool {
	if name.Name == "_" {
		return true
	}
	fn := w.src.Declaration(name.Pos())
	if fn == nil {
		return false // a literal that a package variable holds
	}
	alone := true
	for n := range ast.Preorder(fn) {
		if id, ok := n.(*ast.Ident); ok && id != name && id.Name == name.Name && w.c.rooms.Package.Pass.TypesInfo.Defs[id] != nil {
			alone = false
		}
	}
	return alone
}
