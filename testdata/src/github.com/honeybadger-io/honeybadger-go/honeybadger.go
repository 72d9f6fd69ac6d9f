// Package honeybadger stands in for github.com/honeybadger-io/honeybadger-go
// v0.9.0: the declarations that the corpora use.
package honeybadger

func Notify(err interface{}, extra ...interface{}) (string, error) { return "", nil }
