// Package gocmd has the go command analyse packages, in processes of its own
// and with its cache, and finds out what kept it from it.
//
// go vet analyses only what has changed since it last did, but it refuses the
// whole run when one package cannot be loaded: an import that cannot be had, a
// file to embed that is not there. The latter is put in its place for the run,
// see [Command.Embed]. [Split] tells the packages that still cannot be loaded,
// and those that import them, from the others, which are given to go vet again.
// Packages that do not type-check it passes over; it does not say that it also
// passes over those that import them, so [Blocked] works that out.
//
// Laws: every package that go list names ends in one place of a [Plan], and
// only one; a run without complaints costs one go vet and nothing else.
package gocmd
