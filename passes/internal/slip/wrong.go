package slip

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// The wrong error: one that is nil where it is wrapped or returned, as a test on the way
// has shown. These are slips, whatever the error is about, and need no flow: what they
// lose is decided where control branches.

// wrong judges the return statements of a function.
func (g *Finder) wrong(fn *ssa.Function) []defect.Finding {
	var findings []defect.Finding
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, result := range ret.Results {
			if !ssax.IsError(result.Type()) {
				continue
			}
			if f, ok := g.wrapsNil(ret, result); ok {
				findings = append(findings, f)
			} else if f, ok := g.mistaken(ret, result); ok {
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// replaced completes a finding about a return statement.
func (g *Finder) replaced(ret *ssa.Return, says defect.Statement) (defect.Finding, bool) {
	stmt := g.ReturnStmt(ret)
	if stmt == nil {
		return defect.Finding{}, false
	}
	f := defect.Finding{
		Category: defect.CatReplaced, Pos: stmt.Pos(), End: stmt.End(), Says: says,
		Evidence: []defect.Evidence{defect.EvSlip},
	}
	if says.Kind != defect.WrapsNoCause {
		// The caller is told that all went well, or something else.
		f.Evidence = append(f.Evidence, defect.EvOutside)
	}
	f.Says.Line = g.Source.Line(stmt.Pos())
	return g.weighed(ret.Parent(), f), true
}

// wrapsNil judges an error that is returned and wraps one which is nil there, and no
// other.
func (g *Finder) wrapsNil(ret *ssa.Return, result ssa.Value) (defect.Finding, bool) {
	call, ok := result.(*ssa.Call)
	if !ok {
		return defect.Finding{}, false
	}
	obj := ssax.CalleeObject(&call.Call)
	effect, ok := program.EffectOf(&call.Call)
	if obj == nil || !ok || effect.Role != known.Wraps {
		return defect.Finding{}, false
	}
	kind := defect.WrapsNil
	if !known.NilForNil(obj) {
		if known.KeyOf(obj).String() != "fmt.Errorf" {
			return defect.Finding{}, false
		}
		kind = defect.WrapsNoCause
	}
	nils := 0
	for _, arg := range ssax.Args(&call.Call) {
		for part := range logline.Parts(arg) {
			if !ssax.IsError(part.Type()) {
				continue
			}
			// Where it is not nil either, control never comes.
			if !ssax.ComparedWithNil(part, token.EQL, call.Block()) || ssax.ComparedWithNil(part, token.NEQ, call.Block()) {
				return defect.Finding{}, false
			}
			nils++
		}
	}
	expr, _, ok := g.Source.Call(call.Pos())
	if nils == 0 || !ok {
		return defect.Finding{}, false
	}
	return g.replaced(ret, defect.Statement{
		Kind:    kind,
		Subject: defect.Subject{Kind: defect.FromVariable, Name: g.errorAmong(expr.Args)},
		Callee:  defect.Callee{Name: g.CalleeName(&call.Call, call.Pos())},
	})
}

// errorAmong writes the first of the expressions that is an error.
func (g *Finder) errorAmong(exprs []ast.Expr) string {
	for _, x := range exprs {
		if t := g.Pass.TypesInfo.TypeOf(x); t != nil && ssax.IsError(t) {
			return types.ExprString(x)
		}
	}
	return "nil"
}

// mistaken judges an error that is returned and is nil there, where the branch was taken
// because of another one, that a field holds and nothing in the branch reads again.
func (g *Finder) mistaken(ret *ssa.Return, result ssa.Value) (defect.Finding, bool) {
	if _, constant := result.(*ssa.Const); constant || !ssax.ComparedWithNil(result, token.EQL, ret.Block()) {
		return defect.Finding{}, false
	}
	test := ret.Block().Idom()
	if test == nil || len(ret.Block().Preds) != 1 || ret.Block().Preds[0] != test {
		return defect.Finding{}, false
	}
	cond, ok := test.Instrs[len(test.Instrs)-1].(*ssa.If)
	if !ok {
		return defect.Finding{}, false
	}
	compare, ok := cond.Cond.(*ssa.BinOp)
	if !ok || compare.Op != token.NEQ || !ssax.IsNil(compare.Y) || !ssax.IsError(compare.X.Type()) || test.Succs[0] != ret.Block() {
		return defect.Finding{}, false
	}
	name, ok := g.fieldRead(compare)
	if !ok {
		return defect.Finding{}, false
	}
	return g.replaced(ret, defect.Statement{Kind: defect.ReplacedByNil, Subject: defect.Subject{Kind: defect.FromVariable, Name: name}})
}

// fieldRead writes the field that a comparison with nil reads; ok is false if it reads
// anything else, or its branch has more to do with what it is read from.
func (g *Finder) fieldRead(compare *ssa.BinOp) (name string, ok bool) {
	switch x := compare.X.(type) {
	case *ssa.UnOp:
		if _, isField := x.X.(*ssa.FieldAddr); !isField || x.Op != token.MUL {
			return "", false
		}
	case *ssa.Field:
	default:
		return "", false
	}
	b, ok := g.Source.BranchOf(compare.Pos(), true)
	if !ok {
		return "", false
	}
	test, ok := b.Test.(*ast.BinaryExpr)
	if !ok {
		return "", false
	}
	field, ok := ast.Unparen(test.X).(*ast.SelectorExpr)
	if !ok || g.mentions(b, field) {
		return "", false
	}
	return types.ExprString(field), true
}

// mentions reports whether a branch has the variable that a field is read from: whatever
// else is done with it there, it may say what is in the field.
func (g *Finder) mentions(b srcindex.Branch, field *ast.SelectorExpr) bool {
	root := ast.Expr(field)
	for {
		switch x := ast.Unparen(root).(type) {
		case *ast.SelectorExpr:
			root = x.X
			continue
		case *ast.IndexExpr:
			root = x.X
			continue
		case *ast.StarExpr:
			root = x.X
			continue
		}
		break
	}
	id, ok := ast.Unparen(root).(*ast.Ident)
	if !ok {
		return true
	}
	found := false
	for _, stmt := range b.Body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			other, ok := n.(*ast.Ident)
			found = found || ok && g.Pass.TypesInfo.ObjectOf(other) == g.Pass.TypesInfo.ObjectOf(id)
			return !found
		})
	}
	return found
}
