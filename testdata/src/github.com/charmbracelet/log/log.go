// Package log stands in for github.com/charmbracelet/log v1.0.0: the declarations that
// the corpora use.
package log

import "context"

type Logger struct{}

func FromContext(ctx context.Context) *Logger { return nil }

func Debug(msg any, keyvals ...any) {}

func Warn(msg any, keyvals ...any) {}

func Error(msg any, keyvals ...any) {}

func Errorf(format string, args ...any) {}

func (l *Logger) Warn(msg any, keyvals ...any) {}

func (l *Logger) Error(msg any, keyvals ...any) {}

func (l *Logger) With(keyvals ...any) *Logger { return l }
