// Package trace answers whether a declaration, as a fix leaves it, tells of the error
// that is lost: of that one, on each way that it takes, and once.
//
// In goes a declaration with edits in it, type-checked ([Edited]), and the finding. Out
// comes yes or no. That a fix compiles does not say that it logs the right error, or
// nothing but logs; this is shown of what the declaration does then, not of the plan
// of the fix:
//
//   - each name that it has written for the error stands for a variable that, on
//     each way there, was last given just the error that is lost, or what is made of
//     it (held.go); a variable that a closure gives values to, or that a pointer
//     leads to, is none (flow.go);
//   - no way on which the error is lost goes past the line (covers.go): the finding
//     is gone with it;
//   - a variable that was there is given the error only where nothing reads it
//     afterwards (held.go); the line is no second one in its branch, and has no key
//     twice (edited.go); no error is told of twice, or of which something else has
//     told on some of the ways (once.go); and the error is none that may be nil there
//     (nilness.go).
package trace
