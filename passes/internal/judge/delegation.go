package judge

import (
	"go/token"
	"go/types"
	"path/filepath"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A handed error is the most telling one of those handed to a parameter.
type handedError struct {
	class   known.Class
	subject defect.Subject
	at      token.Pos
}

// handOver notes which helpers of this package are handed errors and lose
// them, with the most telling one of each.
func (g *Judge) handOver() {
	for _, fn := range g.Funcs {
		flow := g.Functions[fn]
		if flow == nil || g.InTest(fn) {
			continue
		}
		for i, t := range flow.Flows {
			if t == nil {
				continue
			}
			o := flow.Origins[i]
			for _, h := range t.Delegations {
				if h.To.Fn == nil || o.Class < known.Likely && h.Status >= 400 && h.Status < 500 {
					continue // the client's own mistake, and it was told
				}
				if best, ok := g.handed[h.To]; !ok || o.Class > best.class {
					g.handed[h.To] = handedError{class: o.Class, subject: g.Subject(o), at: h.Call.Pos()}
				}
			}
		}
	}
}

// handedTo returns the origin that stands for what parameter i of fn is
// handed, or nil if it is not judged.
func (g *Judge) handedTo(fn *ssa.Function, p fates.Param) *origin.Origin {
	o := &origin.Origin{Fn: fn, Kind: origin.FromParam, Value: p.Flow.Root, Nature: origin.Nature{Source: origin.FromSummary}}
	if ssax.IsRangeFuncBody(fn) {
		o.Kind, o.Class = origin.FromYield, known.Environment
		return o
	}
	if h, ok := g.handed[errflow.Delegate{Fn: fn, Param: p.Index}]; ok {
		o.Class = h.class
		o.Handed = g.handedAt(h, fn.Pos())
		return o
	}
	obj, ok := fn.Object().(*types.Func)
	sum := g.Known.Own[fn]
	if !ok || obj == nil || sum == nil || !fates.FailsClients(obj, sum, sum.Param(p.Index)) {
		return nil
	}
	o.Class, o.Source = known.Environment, origin.FromInterface
	return o
}

// handedAt returns where a helper is handed an error, seen from the helper: in the same
// package.
func (g *Judge) handedAt(h handedError, helper token.Pos) *defect.Handed {
	at, from := g.Pass.Fset.PositionFor(h.at, false), g.Pass.Fset.PositionFor(helper, false)
	handed := &defect.Handed{Line: at.Line, Subject: h.subject}
	if at.Filename != from.Filename {
		handed.File = filepath.Base(at.Filename)
	}
	return handed
}
