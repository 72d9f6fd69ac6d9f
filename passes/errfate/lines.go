package errfate

import "golang.org/x/tools/go/ssa"

// logsWithout reports whether fn writes a log line without a context and has
// none to write with.
func (e *engine) logsWithout(fn *ssa.Function) bool { return false }

// lines judges the log lines of fn.
func (e *engine) lines(fn *ssa.Function) []Finding { return nil }
