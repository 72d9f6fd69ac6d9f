// Package log stands in for go.temporal.io/sdk/log v1.50.0: the declarations
// that the corpora use.
package log

type Logger interface {
	Debug(msg string, keyvals ...any)
	Info(msg string, keyvals ...any)
	Warn(msg string, keyvals ...any)
	Error(msg string, keyvals ...any)
}

func With(logger Logger, keyvals ...any) Logger { return logger }
