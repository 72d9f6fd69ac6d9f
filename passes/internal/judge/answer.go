package judge

import (
	"go/ast"
	"go/constant"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// answered judges a path that answers a client: any class for a 5xx, only
// what reports on the world outside for a 4xx, which otherwise is the
// client's own error.
func (j *ending) answered() defect.Held {
	call := j.t.Giver(j.end, summary.Answered)
	ret, returned := j.end.Instr.(*ssa.Return)
	returned = returned && call == nil && returnsReply(ret)
	if call == nil && !returned {
		return defect.HeldUnseen
	}
	status := j.end.Status()
	if status < 500 && status != summary.ComputedStatus && j.o.Class < known.Decode {
		return defect.HeldClientsOwn
	}
	if j.o.Class == known.Computed && j.o.Rest {
		return defect.HeldTranslated
	}
	if j.o.Class == known.Computed && j.tells(call) {
		return defect.HeldClientsOwn
	}
	j.rank, j.f.Category = rankAnswered, defect.CatAnswered
	if !returned {
		j.f.Pos, j.f.End = j.g.InstrRange(call)
	} else if stmt := j.g.ReturnStmt(ret); stmt != nil {
		j.f.Pos, j.f.End = stmt.Pos(), stmt.End()
	}
	j.f.Says.Kind = defect.Answered
	switch {
	case status > 0:
		j.f.Says.Reply = defect.Reply{Form: defect.Status, Number: status}
	case status == 0:
		j.f.Says.Reply = defect.Reply{Form: defect.ErrorText}
	}
	if !returned {
		common := call.(ssa.CallInstruction).Common()
		if _, responder := program.EffectOf(common); !responder {
			j.f.Says.Callee.Name = j.g.CalleeName(common, call.Pos())
		}
	}
	j.add(defect.EvBoundary)
	// What went wrong inside is no answer for a client, so that its text, with a status of the
	// 5xx, says nothing of whether somebody who runs the service is to know.
	if status < 500 && call != nil && j.tells(call) {
		j.add(defect.EvQuoted)
	}
	switch {
	case status >= 500 && j.o.Class < known.Decode:
		j.add(defect.EvOutside)
	case status >= 400 && status < 500:
		j.add(defect.EvBlamed)
	}
	return defect.NotHeld
}

// tells reports whether a call is given the error or its text.
func (j *situation) tells(call ssa.Instruction) bool {
	for _, arg := range ssax.Args(call.(ssa.CallInstruction).Common()) {
		if j.t.Holds(j.end, arg) {
			return true
		}
	}
	return false
}

// constructed returns the status of an error that is made for a client, as
// by echo.NewHTTPError or status.Error: the framework answers with it.
func (j *situation) constructed(ret *ssa.Return) (int, bool) {
	blocks := j.t.Path(*j.end)
	for _, result := range ret.Results {
		if v := ssax.Resolve(result, blocks); v != nil {
			if status, ok := j.statusOf(v, 0); ok {
				return status, true
			}
		}
	}
	return 0, false
}

// statusOf returns the status that v was made with, also where something was
// added to it afterwards, as by status.New(code, msg).Err().
func (j *situation) statusOf(v ssa.Value, depth int) (int, bool) {
	call, ok := ssax.Unwrap(v).(*ssa.Call)
	if !ok || depth > 4 {
		return 0, false
	}
	effect, ok := program.EffectOf(&call.Call)
	switch {
	case !ok || effect.Role != known.Wraps:
		return 0, false
	case effect.StatusArg >= 0:
		if c, ok := ssax.Args(&call.Call)[effect.StatusArg].(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int {
			return int(c.Int64()), true
		}
		return summary.ComputedStatus, true
	case effect.Status != 0:
		return effect.Status, true
	}
	if receiver := ssax.Receiver(&call.Call); receiver != nil {
		return j.statusOf(receiver, depth+1)
	}
	return 0, false
}

// serverCodes are the gRPC and connect codes that say that the server failed:
// Unknown, Internal, Unavailable, DataLoss.
var serverCodes = []int{2, 13, 14, 15}

// answeredWith completes the finding for an error made for a client.
func (j *ending) answeredWith(stmt ast.Node, status int) defect.Held {
	j.rank, j.f.Category = rankAnswered, defect.CatAnswered
	if stmt != nil {
		j.f.Pos, j.f.End = stmt.Pos(), stmt.End()
	}
	j.f.Says.Kind = defect.Answered
	switch {
	case status >= 100:
		j.f.Says.Reply = defect.Reply{Form: defect.Status, Number: status}
	case status >= 0:
		j.f.Says.Reply = defect.Reply{Form: defect.Code, Number: status}
	}
	j.add(defect.EvBoundary)
	if status >= 400 && status < 500 || status >= 0 && status < 100 && !slices.Contains(serverCodes, status) {
		j.add(defect.EvBlamed)
	}
	return defect.NotHeld
}

// returnsReply reports whether a return statement returns what a client is
// answered with.
func returnsReply(ret *ssa.Return) bool {
	for _, result := range ret.Results {
		if _, ok := known.ReplyOf(result.Type()); ok {
			return true
		}
	}
	return false
}
