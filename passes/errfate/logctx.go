package errfate

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A logctx judges the log lines of a package: can each be tied to the request that it
// is written for? It knows what the engine knows of callees, and the contexts in reach;
// the engine asks it which calls write lines, and which errors those have.
type logctx struct {
	*engine

	told         map[*types.Func]bool   // see helpers
	carries      *bool                  // see carriesContext
	idiom        *idiom                 // see idiomOf
	carrying     map[*ssa.Function]bool // see othersCarry
	habits       map[string]int         // see mostlyCarried
	solved       bool                   // all summaries are known, and answers are remembered
	defaults     []*ssa.CallCommon      // see settingDefault
	blindDefault *bool                  // see defaultBlind
}

func newLogctx(e *engine) *logctx {
	return &logctx{
		engine:   e,
		told:     make(map[*types.Func]bool),
		carrying: make(map[*ssa.Function]bool),
	}
}

// solve completes the summaries with what functions make of loggers, callees first:
// what a logger is follows from its methods, which nothing before has to call. What is
// asked on the way is not remembered, for not all is known yet.
func (l *logctx) solve(order []*ssa.Function) {
	for _, fn := range l.Funcs {
		if s := l.Own[fn]; s != nil {
			l.guard(fn, func() { s.Binds = l.binds(fn) })
		}
	}
	for _, fn := range order {
		if s := l.Own[fn]; s != nil {
			l.guard(fn, func() { s.Blind = l.isBlind(fn) })
		}
	}
	l.solved = true
	l.solveHelpers()
}
