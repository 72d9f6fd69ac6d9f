// Package realtest holds the tables of package known to the real libraries:
// its test loads each package that a table names, in the version that go.mod
// pins, and fails for every entry that names no function of it. It has no
// code.
//
// It is a module of its own, so that loglint depends on none of them. Run it
// with
//
//	go test ./...
//
// in its directory. A new package in a table needs an import in modules.go and
// then go mod tidy; a library whose dependencies are too many to be worth it
// stays out of the tables.
package realtest
