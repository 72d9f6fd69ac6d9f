// Package place answers where in the syntax a line for a lost error goes, and what the
// error is called there.
//
// In go a finding and the ends of its paths. Out come the places on a path that leaves
// ([Placing]): in the branch of the error, before what else it does, and where it has
// none, in one that is made; and the variable that holds the error there, or a name for
// a new one. What the line says is not asked here.
//
// A call is made earlier only where it is the first thing that its condition
// evaluates, and later only with what is the same then (order.go).
//
// # The given error variable
//
// An error that nothing takes needs a variable. It is called err unless that
// would shadow a variable that is read later, or give another value to one;
// then it has a name of its own.
package place
