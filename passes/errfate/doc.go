// Package errfate follows every error value of a package from its birth to
// its end and names its fate.
//
// It is a helper analyzer: it reports nothing. The passes swallowederr, nolog
// and missingctx turn its [Result] into diagnostics.
//
// # How it works
//
// Each function is looked at in SSA form. For each error that is born in it (the result
// of a call, a parameter, a recovered panic; passes/internal/origin) a forward may
// analysis follows all paths on which the error may be non-nil; a path's state says
// which values carry the error and what has happened to it (passes/internal/errflow).
// Where paths meet, their states are kept side by side, so that "no trace yet"
// survives. At each end of a path the state gives the error's fate.
//
// What a callee does is known from tables (passes/internal/known) or from its summary
// (passes/internal/summary), which is computed from the same flow, with the callee's
// parameters as errors, to a fixpoint inside a package, and handed to importing packages
// as a fact (passes/internal/fates). A callee of which neither is known makes the error
// escape: unknown means silence. A call of what a variable, a field or a method value
// holds does what all functions do that the package puts there
// (passes/internal/funcfact).
//
// The fates of an error then become findings with named evidence and a confidence
// (passes/internal/judge): whether another attempt is made, a helper is to blame, or all
// other calls do better. Log lines are judged by the context in reach
// (passes/internal/reqctx), by what the package and its module do elsewhere, by what a
// context could give them, and by their arguments (passes/internal/logctx); helpers that
// write them for others, at their calls. What depends on types that implement an
// interface elsewhere is said beside the findings. One defect is one finding: where
// several categories see the same path, the one nearest the boundary speaks.
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
