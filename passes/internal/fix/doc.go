// Package fix turns findings of the engine into suggested fixes: edits that
// compile, change nothing but the trace, and read as the code around them
// does.
//
// A line is written in the way that the package writes its lines already.
// Each log call that the engine has seen is taken apart into a [sample]: what
// it is called on, the calls in between, its form, how it holds an error.
// The sample nearest to the place, by file and by likeness, is then put
// together again with a message for what the code there was doing, on a
// logger that can really be named at that place. What no sample shows follows
// from the signatures of the logger (form.go); there is no table of libraries
// here.
//
// Every fix is type-checked in memory before it is offered (verify.go). What
// cannot be verified is not offered.
//
// # Which comes first
//
// Drivers apply the first fix of a finding. A line that is logged changes
// nothing else, so it comes first; returning the error comes second, for it
// changes what the caller sees. Only where another error is made on the spot
// does wrapping come first: it returns at the same place, and its callers
// handle an error already.
//
// # The given error variable
//
// An error that nothing takes needs a variable. It is called err unless that
// would shadow a variable that is read later, or give another value to one;
// then it has a name of its own. Where several discards of one block need the
// variable declared, they agree on the place, so that their edits are the same
// and a driver that merges fixes declares it once.
package fix
