// Package compose makes the edits that mend a finding, as the package would write
// them.
//
// In goes a finding. Out come the fixes for it that are shown to be right, the best
// first: a line logged where a path leaves (drop.go), a check after a call whose error
// nothing takes (discard.go), the error returned (wrap.go), or the error, the panic
// (value.go) or the context (context.go) that a line lacks. Where a line goes, how it
// reads, and whether what comes of it may be offered is asked of the other rooms.
//
// # Which comes first
//
// Drivers apply the first fix of a finding, to whole modules. A line that is
// logged changes nothing else, so it comes first; returning the error comes
// second, for it changes what the caller sees. An error that a branch was written to let go
// is returned only by choice: where no line can be written, nothing is offered.
//
// Three times returning comes first. Where another error is made on the spot, wrapping
// returns at the same place, and callers handle an error already. Where a function that
// returns its other failures never looks at this one, and would tell its caller that all went well, nobody
// means to go on. And where nobody would read a line, since the package writes none or a person
// has run a command, what such a function never looks at is returned as the others are.
//
// Where several discards of one block need a variable for the error declared, they
// agree on the place, so that their edits are the same and a driver that merges fixes
// declares it once.
package compose
