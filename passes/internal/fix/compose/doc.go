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
// second, for it changes what the caller sees: that is to be decided by someone
// who knows the callers. Where no line can be written, because the package
// knows no logger, returning would be the first, and so it is not offered at
// all. Only where another error is made on the spot does wrapping come first:
// it returns at the same place, and its callers handle an error already.
//
// Where several discards of one block need a variable for the error declared, they
// agree on the place, so that their edits are the same and a driver that merges fixes
// declares it once.
package compose
