// Package check answers whether a fix may be offered: whether what it makes of its
// file compiles, means what it meant, and tells of the lost error.
//
// In goes a draft: edits, the imports that they need, and what they call the error. Out
// comes the fix that is offered, or none; what cannot be verified is not offered. What
// is checked for a fix is exactly what its edits can change. They lie in one
// declaration, or in the imports of its file ([source.Piece] holds them to that), and
// they do not change what the declaration declares. So all other declarations of the
// package, their types and their bodies, are what the compiler has accepted already,
// and only this is to be shown (check.go):
//
//   - the declaration, with the imports of the file as they are to be, has no
//     error that it did not have before;
//   - each name in it that was there before stands for what it stood for;
//   - each import that another declaration of the file uses is still there, and
//     no other is there that the declaration does not use;
//   - nothing is named that only the tests of the package declare or import;
//   - no comment is lost, and what was as gofmt would have it still is
//     (verify.go).
//
// To check one function costs what it is long, however large the package is.
//
// Beside this, what the fix writes tells of the lost error (package trace), and no
// other fix of the package takes away what it rests on, or adds what it adds
// (apart.go): drivers apply them all at once.
package check
