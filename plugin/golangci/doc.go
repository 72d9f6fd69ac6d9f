// Package golangci registers loglint with golangci-lint as a module plugin:
// a linter of the name loglint that runs the three passes on the engine.
//
// golangci-lint takes plugins in when it is built, so it is built once more
// with this package among its imports: `golangci-lint custom` does that from a
// file .custom-gcl.yml. The README of loglint shows that file, and the part of
// .golangci.yml that switches the linter on.
//
// Facts of the engine reach the plugin from golangci-lint v2.14.0 on; earlier
// ones lose those of packages that come from their cache.
package golangci
