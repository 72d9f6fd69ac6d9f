// Package fix turns findings of the engine into suggested fixes: edits that
// compile, change nothing but the trace, and read as the code around them
// does.
//
// It is the door to the rooms below it, and ties them together for the files of a
// package without its tests, and for those with them. Each room answers one question,
// and says more of it in its own documentation. It knows none but such as stand before
// it in this list:
//
//   - source: what stands where in the files, and what do edits make of their text?
//   - phrase: what does this call do, in words?
//   - style: how does this package write its lines?
//   - reach: which loggers and contexts can be had here, and under which condition?
//   - linewriter: what is the line, as this package would write it?
//   - place: where does it go, and what is the error called there?
//   - trace: does the declaration, as the fix leaves it, tell of the lost error?
//   - check: does it compile, mean what it meant, and may it be offered?
//   - compose: which edits mend this finding?
//
// A finding goes from compose, which asks place where and linewriter what, to check, which
// has the edited declaration type-checked and asks trace what it does then. What
// cannot be shown is not offered.
package fix
