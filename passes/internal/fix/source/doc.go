// Package source answers what stands where in the files of a package, and what
// edits make of their text.
//
// In go the files of a pass, with what the type checker says of them. Out come the
// nodes around a position, the names that can be used there and what they stand
// for, and edits: lines before or after a statement, and imports where the file
// would have them. It knows neither findings nor loggers.
//
// The edits of one fix lie in one declaration, or in the imports of its file: a
// [Piece] is that much of a file, and holds the edits to it. To look at one piece
// costs what the function is long, however large the package is. A piece refuses
// edits that overlap or would lose a comment, and what was as gofmt would have it
// stays so.
package source
