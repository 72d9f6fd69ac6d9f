package place

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// This file finds the place of a line on a path that leaves: in the branch of the
// error, before what else it does, and where it has none, in one that is made.

// A Placing is where a line goes, and how it gets there.
type Placing struct {
	Pos     token.Pos                           // where the names of the line are looked up
	Err     string                              // the error's variable there
	When    string                              // "before returning": completes the message of the fix
	Rewrite []analysis.TextEdit                 // of the test, where that gives the error its variable
	Put     func(line string) analysis.TextEdit // puts the line there
}

// Place finds the place for a line on a path that leaves. careful says that the
// error may be nil there in any case.
func (sp *Spot) Place(exit defect.Exit, careful bool) (Placing, bool) {
	p := Placing{When: "before going on"}
	var ok bool
	if p.Err, p.Rewrite, ok = sp.Tested(exit); !ok {
		return p, false
	}
	guarded := sp.MayBeNil(exit) || careful
	lines := func(line string) []string {
		if !guarded {
			return []string{line}
		}
		return []string{"if " + p.Err + " != nil {", source.Nested(line), "}"}
	}
	inBody := func(pos token.Pos) bool { return exit.From <= pos && pos < exit.To }
	var stmt ast.Stmt
	switch {
	case inBody(exit.At) && exit.At > exit.From:
		stmt, _ = sp.src.Statement(exit.At, exit.At)
		switch sp.f.Category {
		case defect.CatAnswered:
			p.When = "before answering"
		case defect.CatExit:
			p.When = "before the program ends"
		default:
			p.When = "before returning"
		}
	case exit.Leave != nil && inBody(exit.Leave.Pos()):
		stmt, _ = sp.src.Statement(exit.Leave.Pos(), exit.Leave.End())
		p.When = "before returning"
		if b, ok := exit.Leave.(*ast.BranchStmt); ok {
			p.When = "before continuing"
			if b.Tok == token.BREAK {
				p.When = "before leaving the loop"
			}
		}
	case len(exit.Body) > 0:
		stmt = exit.Body[0]
		if last := exit.Body[len(exit.Body)-1]; !straight(exit.Body, last) && !sp.assigns(exit.Body, p.Err) {
			// Some ways through the branch leave it, and may take the error along.
			p.Pos = last.End()
			p.Put = func(line string) analysis.TextEdit { return sp.src.After(last, lines(line)...) }
			return p, true
		}
	}
	if stmt != nil && sp.f.Category != defect.CatAnswered && straight(exit.Body, stmt) {
		// What is done about the error, an answer or a roll-back, comes after.
		stmt = exit.Body[0]
	}
	if stmt != nil {
		p.Pos = stmt.Pos()
		p.Put = func(line string) analysis.TextEdit { return sp.src.Before(stmt, lines(line)...) }
		return p, true
	}
	return sp.placeElse(p, exit)
}

// assigns reports whether statements assign to a variable of that name.
func (sp *Spot) assigns(body []ast.Stmt, name string) bool {
	found := false
	for _, stmt := range body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			if s, ok := n.(*ast.AssignStmt); ok {
				for _, lhs := range s.Lhs {
					if id, ok := lhs.(*ast.Ident); ok && id.Name == name {
						found = true
					}
				}
			}
			return !found
		})
	}
	return found
}

// straight reports whether a branch comes to its statement last without turning or
// setting anything that was there before.
func straight(body []ast.Stmt, last ast.Stmt) bool {
	for _, stmt := range body {
		if stmt == last {
			return true
		}
		switch stmt := stmt.(type) {
		case *ast.ExprStmt, *ast.DeferStmt, *ast.DeclStmt, *ast.IncDecStmt:
		case *ast.AssignStmt:
			if stmt.Tok != token.DEFINE {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// placeElse places a line where the branch of the error has no statements: in
// an empty body, or an else that is not there yet.
func (sp *Spot) placeElse(p Placing, exit defect.Exit) (Placing, bool) {
	switch branch := exit.Branch.(type) {
	case *ast.IfStmt:
		outer := branch
		if exit.From >= branch.Body.End() || exit.From == branch.Body.End() {
			for {
				next, ok := outer.Else.(*ast.IfStmt)
				if !ok {
					break
				}
				outer = next
			}
			if outer.Else != nil || !sp.asks(branch) {
				return p, false
			}
			if outer == branch && sp.only(exit) && sp.follows(branch, p) {
				p.Pos = branch.End()
				p.Put = func(line string) analysis.TextEdit { return sp.src.After(branch, line) }
				return p, true
			}
			indent := sp.src.Indent(sp.first(branch).Pos())
			open := " else {\n"
			if !sp.only(exit) || outer != branch {
				open = " else if " + p.Err + " != nil {\n"
			}
			p.Pos = outer.Body.Rbrace
			p.Put = func(line string) analysis.TextEdit {
				return source.Insertion(outer.End(), open+source.Shift(indent, source.Nested(line), "}"))
			}
			return p, true
		}
		if len(branch.Body.List) == 0 {
			indent := sp.src.Indent(branch.Pos())
			p.Pos = branch.Body.Lbrace + 1
			p.Put = func(line string) analysis.TextEdit {
				return source.Insertion(branch.Body.Lbrace+1, "\n"+source.Shift(indent, source.Nested(line)))
			}
			if sp.src.Line(branch.Body.Lbrace) == sp.src.Line(branch.Body.Rbrace) {
				p.Put = func(line string) analysis.TextEdit {
					return source.Insertion(branch.Body.Lbrace+1, "\n"+source.Shift(indent, source.Nested(line))+"\n"+indent)
				}
			}
			return p, true
		}
	case *ast.CaseClause:
		if len(branch.Body) == 0 && exit.From == branch.Colon {
			indent := sp.src.Indent(branch.Pos())
			p.Pos = branch.Colon + 1
			p.Put = func(line string) analysis.TextEdit {
				return source.Insertion(branch.Colon+1, "\n"+source.Shift(indent, source.Nested(line)))
			}
			return p, true
		}
	}
	return p, false
}

// asks reports whether the condition of an if statement is about the error. One
// about what else the call returned is met with an error as well as without.
func (sp *Spot) asks(branch *ast.IfStmt) bool {
	for n := range ast.Preorder(branch.Cond) {
		if id, ok := n.(*ast.Ident); ok && sp.places.pkg.IsErrorVar(id) || n == ast.Node(sp.site.Origin) {
			return true
		}
	}
	return false
}

// follows reports whether what follows an if statement is what its else would be:
// its body ends in leaving, and the error's variable is declared before it. What
// belongs to the error then needs no else.
func (sp *Spot) follows(branch *ast.IfStmt, p Placing) bool {
	if len(p.Rewrite) > 0 || sp.first(branch) != branch || len(branch.Body.List) == 0 {
		return false
	}
	switch branch.Body.List[len(branch.Body.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
	default:
		return false
	}
	inside := sp.src.Lookup(p.Err, branch.Body.Lbrace)
	return inside != nil && inside == sp.src.Lookup(p.Err, branch.End())
}

// first returns the if statement that begins the chain that an if statement
// belongs to.
func (sp *Spot) first(s *ast.IfStmt) *ast.IfStmt {
	for _, n := range sp.src.Path(s.Pos(), s.End()) {
		if outer, ok := n.(*ast.IfStmt); ok && (outer == s || outer.Else == ast.Stmt(s)) {
			s = outer
		}
	}
	return s
}

// only reports whether the test of an exit is the whole condition.
func (sp *Spot) only(exit defect.Exit) bool {
	branch, ok := exit.Branch.(*ast.IfStmt)
	return ok && ast.Unparen(branch.Cond) == exit.Test && source.NilTest(exit.Test) != nil
}

// MayBeNil reports whether the error may be nil in the branch: the condition
// says other things as well.
func (sp *Spot) MayBeNil(exit defect.Exit) bool {
	test, ok := exit.Test.(*ast.BinaryExpr)
	if !ok || source.NilTest(test) == nil {
		return true
	}
	// What joins the terms of the condition so that one of them is enough for
	// the branch: || for the body, && for the else.
	joint := token.LOR
	if test.Op == token.EQL {
		joint = token.LAND
	}
	switch branch := exit.Branch.(type) {
	case *ast.IfStmt:
		if exit.From >= branch.Body.End() != (test.Op == token.EQL) {
			return true // a negation in between
		}
	case *ast.CaseClause:
		if test.Op == token.EQL || len(branch.List) > 1 {
			return true
		}
	}
	for _, n := range sp.src.Path(test.Pos(), test.End()) {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == joint || n.Op != token.LOR && n.Op != token.LAND && n != test {
				return true
			}
		case *ast.UnaryExpr:
			return true
		case ast.Stmt:
			return false
		}
	}
	return true
}

// Tested returns the variable that holds the error in the branch of an exit.
// Where the call itself is compared with nil, it gets one.
func (sp *Spot) Tested(exit defect.Exit) (string, []analysis.TextEdit, bool) {
	x := source.NilTest(exit.Test)
	if id, ok := x.(*ast.Ident); ok {
		if v, ok := sp.places.pkg.Pass.TypesInfo.ObjectOf(id).(*types.Var); ok && source.IsErrorLike(v.Type()) {
			return id.Name, nil, true
		}
	}
	if call, ok := x.(*ast.CallExpr); ok && call == sp.site.Origin {
		branch, ok := exit.Branch.(*ast.IfStmt)
		if !ok || branch.Init != nil || exit.Body == nil && branch.Else != nil || !sp.IsFirst(call, branch.Cond) {
			return "", nil, false
		}
		name := sp.freshIn(branch)
		return name, []analysis.TextEdit{
			source.Insertion(branch.Cond.Pos(), name+" := "+sp.src.Text(call)+"; "),
			source.Replacement(call, name),
		}, true
	}
	v := sp.site.Error
	if v == nil || !source.IsErrorLike(v.Type()) {
		return "", nil, false
	}
	at := exit.From
	if exit.Body != nil {
		at = exit.Body[0].Pos()
	}
	return v.Name(), nil, v.Name() != "_" && sp.src.Lookup(v.Name(), at) == v
}
