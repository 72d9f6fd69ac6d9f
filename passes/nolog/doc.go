// Package nolog defines an analyzer that reports errors that reach a
// boundary, where they can travel no further, with nothing logged.
package nolog

const doc = `report errors that end at a boundary with nothing logged

A handler that has answered, the end of a goroutine, of main, of a callback
or of a deferred function: an error that gets there unlogged is gone.

It reports:

  - answered: a client gets a 5xx, and nothing logs why
  - exit: the program ends, and nothing prints or logs why
  - goroutine: the goroutine ends, and nothing logs why
  - recovered: a panic is recovered, and nothing logs it
  - callback: a callback or deferred function, which cannot return the error,
    ends on it

It does not report 4xx answers to what the client sent wrong, handlers that
return the error to their framework, or helpers that log for them.

To silence one, give the reason in a comment in the branch, or

	//loglint:ignore answered reason`
