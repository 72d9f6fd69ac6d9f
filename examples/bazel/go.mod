module example.com/notes

go 1.26.0

tool github.com/loglint/loglint/cmd/loglint

require (
	github.com/BurntSushi/toml v1.6.0 // indirect
	github.com/loglint/loglint v0.0.0 // indirect
	github.com/rogpeppe/go-internal v1.16.0 // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
)

// A module of your own names a version above and has no such line.
replace github.com/loglint/loglint => ../..
