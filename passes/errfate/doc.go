// Package errfate follows every error value of a package from its birth to
// its end and names its fate.
//
// It is a helper analyzer: it reports nothing. The passes swallowederr, nolog
// and missingctx turn its [Result] into diagnostics.
//
// # How it works
//
// Each function is looked at in SSA form. For each error that is born in it
// (the result of a call, a parameter, a recovered panic) a forward may
// analysis follows all paths on which the error may be non-nil; a path's
// state says which values carry the error and what has happened to it
// (flow.go, state.go, transfer.go). Where paths meet, their states are kept
// side by side, so that "no trace yet" survives. At each end of a path the
// state gives the error's [Fate] (fate.go).
//
// What a callee does is known from tables (passes/internal/known) or from its
// [Summary], which is computed from the same flow, with the callee's
// parameters as errors, to a fixpoint inside a package, and handed to
// importing packages as a fact (solve.go, summary.go). A callee of which
// neither is known makes the error escape: unknown means silence.
//
// A call of what a variable, a field or a method value holds does what all
// functions do that the package puts there (callees.go).
//
// The fates of an error then become findings (judge.go, judge_end.go and the
// files beside it, one for each way to end) with named evidence and a
// confidence (evidence.go): whether another attempt is
// made (attempt.go), a helper is to blame (handing.go), or all other calls do
// better (deviance.go). What is returned to be answered with is an answer
// (reply.go), and a line counts unless its level is said to be switched off
// (levels.go). Log lines are judged by the context in reach
// (lines.go, and passes/internal/reqctx), by what the package
// and its module do elsewhere (idiom.go, idiom_fact.go), by what a context
// could give them (detached.go, blind.go), and by their arguments
// (anonymous.go); helpers that write them for others, at their calls
// (helpers.go). What depends on types that implement an interface elsewhere is
// said beside the findings (through.go). One defect is one finding: where several categories see the same
// path, the one nearest the boundary speaks.
//
// # What is not seen
//
// Errors read from fields and globals are not origins, those received from
// channels are; their fate is that of
// the call that produced them. Concurrency is not modelled: what another
// goroutine does with a captured variable is taken to happen.
package errfate

const doc = `follow every error value to its end

errfate reports nothing itself. It follows each error of a package, by value
flow and across packages, and hands what became of it to swallowederr, nolog
and missingctx.`
