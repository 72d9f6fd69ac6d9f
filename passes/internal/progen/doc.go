// Package progen makes small functions that make, hand on and lose errors, for
// tests that run them: what the engine says of one, and what a fix makes of it, is
// compared with what it does.
//
// It grows them as trees, prints them as Go, and makes smaller ones of them. What
// it grows depends on its seed alone. The source that stands around the functions,
// and that of a program that runs them on all their paths, is here as well.
package progen
