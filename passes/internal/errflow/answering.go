package errflow

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// This file follows what answers a client, or prints.

// answers reports whether v is the result of a call that answers a client:
// return c.JSON(status, body).
func answers(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	effect, ok := program.EffectOf(&call.Call)
	return ok && effect.Role == known.Answers
}

// answer records an answer to a client.
func (t *Flow) answer(n int, s state, common *ssa.CallCommon, status, arg int, carried bool) state {
	if arg >= 0 {
		status = t.status(n, common, arg)
	}
	switch {
	case status == summary.ComputedStatus || status >= 400:
		s.fate |= summary.Answered
		s.status = int16(status)
	case carried:
		// The text went to the client, with whatever status was set before.
		s.fate |= summary.Answered
	}
	return s
}

// status returns the status that a call is told by an argument.
func (t *Flow) status(n int, common *ssa.CallCommon, arg int) int {
	args := ssax.Args(common)
	if arg >= len(args) {
		return summary.ComputedStatus
	}
	v := args[arg]
	if phi, ok := v.(*ssa.Phi); ok {
		if r := ssax.Resolve(phi, t.Path(End{node: n})); r != nil {
			v = r
		}
	}
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int {
		return int(c.Int64())
	}
	return summary.ComputedStatus
}

// print follows fmt.Fprint and its kin: what is written to a client answers,
// what is written to standard error or output is logged, and what is written
// elsewhere escapes.
func (t *Flow) print(n int, s state, instr ssa.CallInstruction, carried, inBranch bool) (state, bool) {
	w := ssax.WriterOf(instr.Common())
	if w == nil {
		return s, false
	}
	w = ssax.Unwrap(w)
	if reqctx.IsResponse(w.Type()) {
		switch {
		case carried && !inBranch && t.replies(s, ssax.Args(instr.Common())):
			return t.escape(n, s, instr)
		case carried:
			s.fate |= summary.Answered
		}
		return s, false
	}
	if load, ok := w.(*ssa.UnOp); ok && load.Op == token.MUL {
		if g, ok := load.X.(*ssa.Global); ok && g.Pkg != nil && g.Pkg.Pkg.Path() == "os" {
			switch {
			case carried:
				s.fate |= t.wrote.add(n, instr, summary.Logged)
			case inBranch:
				s.fate |= summary.LoggedBare
			}
			return s, false
		}
	}
	if carried {
		return t.escape(n, s, instr)
	}
	return s, false
}

// replies reports whether the error, or its text, is in a struct among the
// arguments of a call that answers a client, and nothing said before that the
// answer is a failure: the reply tells what was asked for, and why it is bad.
// It is for calls outside the error branch; inside, the reply is for the error
// alone.
func (t *knowledge) replies(s state, args []ssa.Value) bool {
	if s.status != 0 || t.born == nil {
		return false
	}
	for _, arg := range args {
		if !t.set.carries(s, arg) {
			continue
		}
		typ := ssax.Unwrap(arg).Type()
		if p, ok := typ.Underlying().(*types.Pointer); ok {
			typ = p.Elem()
		}
		if _, ok := typ.Underlying().(*types.Struct); ok && !ssax.IsErrorLike(typ) {
			return true
		}
	}
	return false
}
