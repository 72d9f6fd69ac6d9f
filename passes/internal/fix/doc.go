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
// # What is verified
//
// Every fix is type-checked in memory before it is offered; what cannot be
// verified is not offered. What is checked for a fix is exactly what its edits
// can change. They lie in one declaration, or in the imports of its file
// (piece.go holds them to that), and they do not change what the declaration
// declares. So all other declarations of the package, their types and their
// bodies, are what the compiler has accepted already, and only this is to be
// shown (check.go):
//
//   - the declaration, with the imports of the file as they are to be, has no
//     error that it did not have before;
//   - each name in it that was there before stands for what it stood for;
//   - each import that another declaration of the file uses is still there, and
//     no other is there that the declaration does not use;
//   - nothing is named that only the tests of the package declare or import
//     (seen.go);
//   - no comment is lost, and what was as gofmt would have it still is.
//
// To check one function costs what it is long, however large the package is.
//
// # What a fix does
//
// That it compiles does not say that it logs the right error, or nothing but
// logs. This is shown of the declaration as the fix leaves it (edited.go), not of
// the plan of the fix:
//
//   - each name that it has written for the error stands for a variable that, on
//     each way there, was last given just the error that is lost, or what is made of
//     it (held.go); a variable that a closure gives values to, or that a pointer
//     leads to, is none (flow.go);
//   - no way on which the error is lost goes past the line (covers.go): the finding
//     is gone with it;
//   - a variable that was there is given the error only where nothing reads it
//     afterwards; the line is no second one in its branch, and has no key twice;
//   - a call is made earlier only where it is the first thing that its condition
//     evaluates, and later only with what is the same then (order.go);
//   - a logger that the package compares with nil, or that comes from where one is
//     or goes there, stands under the same guard (optional.go, guard.go);
//   - a logger is taken from a context only where one is seen to be put there
//     (sight.go; what is put is a fact of the engine);
//   - no other fix of the package takes away what it rests on, or adds what it
//     adds (apart.go): drivers apply them all at once.
//
// What cannot be shown is not offered.
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
// # The given error variable
//
// An error that nothing takes needs a variable. It is called err unless that
// would shadow a variable that is read later, or give another value to one;
// then it has a name of its own. Where several discards of one block need the
// variable declared, they agree on the place, so that their edits are the same
// and a driver that merges fixes declares it once.
package fix
