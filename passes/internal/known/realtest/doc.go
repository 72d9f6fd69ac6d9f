// Package realtest holds the tables of package known to the real libraries:
// its test loads each package that a table names, in the version that go.mod
// pins, and fails for every entry that names no function of it. A second test
// holds the stand-ins for libraries that the corpora use, below testdata/src,
// to the same versions. It has no code.
//
// It is a module of its own, so that loglint depends on none of them. Run it
// with
//
//	go test ./...
//
// in its directory. A new package in a table, or a new stand-in, needs an
// import in modules.go and then go mod tidy; a library whose dependencies are
// too many to be worth it is entered in alone_test.go instead.
package realtest
