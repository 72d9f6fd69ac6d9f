// Package fixtest runs programs before and after their fixes. It has nothing but
// tests, and a room of its own, for those of the engine know nothing of fixes.
//
// What it holds fixes to, over all paths of each program:
//
//   - it compiles with all of its fixes together, as drivers apply them;
//   - it does what it did: it calls the same in the same order, keeps and returns
//     the same, and panics where it did and nowhere else;
//   - the lines that it wrote it still writes, and each line that is new, or has
//     something added, holds an error that was lost there;
//   - an error that a fix is for is not lost any more, on any path.
package fixtest
