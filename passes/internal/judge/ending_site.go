package judge

import (
	"go/ast"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
)

// site returns the site of one ending.
func (j *ending) site() *defect.Site {
	kind := defect.Leaves
	if j.f.Category == defect.CatNoValue {
		kind = defect.LineWithoutError
	}
	s := j.g.Site(kind, j.o)
	exit := defect.Exit{At: j.f.Pos}
	if j.inSource {
		exit.Test, exit.Branch, exit.Body = j.branch.Test, j.branch.Stmt, j.branch.Body
		exit.From, exit.To = j.branch.From, j.branch.To
	}
	exit.Leave = j.leave()
	if kind == defect.LineWithoutError {
		s.Line = j.g.CallAt(j.f.Pos, j.f.End)
	}
	exit.Context = j.g.ContextFor(max(exit.From, exit.At))
	s.Exits = []defect.Exit{exit}
	return s
}

// leave returns the statement with which the path leaves the error branch, or
// nil.
func (j *situation) leave() ast.Stmt {
	if ret, ok := j.end.Instr.(*ssa.Return); ok {
		stmt, _ := j.g.ReturnStmt(ret).(*ast.ReturnStmt)
		if stmt != nil && (!j.inSource || j.branch.From <= stmt.Pos() && stmt.Pos() < j.branch.To) {
			return stmt
		}
	}
	if len(j.branch.Body) == 0 {
		return nil
	}
	switch last := j.branch.Body[len(j.branch.Body)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return last
	}
	return nil
}
