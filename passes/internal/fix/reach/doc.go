// Package reach answers which loggers and contexts can be had at a place, and
// whether they are there.
//
// In goes what a line of the package is written with (a [style.Logger]) and the place
// of another line. Out comes an expression that can be written there: a variable or
// a field of the logger's type, what a package has, or what a function makes of the
// context that is in reach; and the condition under which it can be used. It does not
// know what the line says.
//
//   - A logger that the package compares with nil, or that comes from where one is
//     or goes there, stands under the same guard (optional.go, guard.go).
//   - A logger is taken from a context only where one is seen to be put there
//     (sight.go; what is put is a fact of the engine).
package reach
