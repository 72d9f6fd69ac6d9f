// Package log stands in for github.com/go-kit/log v0.2.1: the declarations
// that the corpora use.
package log

type Logger interface {
	Log(keyvals ...interface{}) error
}

func With(logger Logger, keyvals ...interface{}) Logger { return logger }
