// Package phrase says in words what a call does: "read file", "get user by name".
//
// In goes a call, or the name of a function. Out come words that begin with a verb,
// for a message to be made of: of the tables of libraries, or of the name of the
// function and of the types and names that it is called with. It does not know how
// the package words its messages.
package phrase
