package fates

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// switched returns the setting without which a function does not log the error that it is
// handed, as it is written there, "" unless one decides wherever the error leaves no trace. The level of a
// logger is none: it is set by whoever reads the lines.
func switched(t *errflow.Flow) string {
	type edge struct{ from, to *ssa.BasicBlock }
	logs := make(map[edge]bool) // the ways by which it is logged
	for i := range t.Ends {
		if !t.Ends[i].Fate.Has(summary.Logged) {
			continue
		}
		blocks := t.Path(t.Ends[i])
		for k := range len(blocks) - 1 {
			logs[edge{blocks[k], blocks[k+1]}] = true
		}
	}
	setting := ""
	for i := range t.Ends {
		end := &t.Ends[i]
		if end.Fate.Has(summary.Traces | summary.Classified) {
			continue
		}
		name := ""
		blocks := t.Path(*end)
		for k := range len(blocks) - 1 {
			b, next := blocks[k], blocks[k+1]
			cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
			if !ok || logs[edge{b, next}] {
				continue
			}
			// The other way is one by which it is logged.
			if other := b.Succs[0]; other != next && logs[edge{b, other}] || b.Succs[1] != next && logs[edge{b, b.Succs[1]}] {
				name = settingOf(cond.Cond)
			}
		}
		if name == "" || setting != "" && setting != name {
			return ""
		}
		setting = name
	}
	return setting
}

// settingOf returns the path of the variable that a condition is, if it is named for how much
// the program says.
func settingOf(cond ssa.Value) string {
	if not, ok := cond.(*ssa.UnOp); ok && not.Op == token.NOT {
		cond = not.X
	}
	load, ok := cond.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return ""
	}
	if v := ssax.DeclaredVar(load.X); v == nil || !convention.SetsVerbosity(v.Name()) {
		return ""
	}
	return ssax.PathOf(load)
}
