// Package catalogue is what users are told of each rule: the data from which
// docs/rules.md is written, where the URL of every diagnostic leads, and the
// rules.json of the command, which tells other programs of them.
//
// A rule is a [Rule]: its texts stand here, one file a pass; its example is
// code, below testdata/src/catalogue, so that the tests can run the passes
// over it; what was measured of it stands in docs/measured.json, so that a
// script can write it. What is told of evidence comes from the engine.
//
// Only tests use the package; it is not part of any command.
package catalogue

//go:generate go test -run ^TestRendered$ -update
