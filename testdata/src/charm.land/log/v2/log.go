// Package log stands in for charm.land/log/v2 v2.0.1: the declarations that
// the corpora use.
package log

type Logger struct{}

func Debug(msg any, keyvals ...any) {}

func Error(msg any, keyvals ...any) {}

func Errorf(format string, args ...any) {}

func (l *Logger) Error(msg any, keyvals ...any) {}

func (l *Logger) With(keyvals ...any) *Logger { return l }
