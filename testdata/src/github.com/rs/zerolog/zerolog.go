// Package zerolog stands in for github.com/rs/zerolog v1.35.1: the
// declarations that the corpora use, with bodies that do nothing.
package zerolog

import (
	"context"
	"io"
)

type Logger struct{ w io.Writer }

func New(w io.Writer) Logger { return Logger{w: w} }

func Ctx(ctx context.Context) *Logger { return nil }

func (l Logger) With() Context { return Context{l} }

func (l Logger) WithContext(ctx context.Context) context.Context { return ctx }

func (l *Logger) Debug() *Event { return nil }

func (l *Logger) Info() *Event { return nil }

func (l *Logger) Warn() *Event { return nil }

func (l *Logger) Error() *Event { return nil }

func (l *Logger) Err(err error) *Event { return nil }

func (l *Logger) Fatal() *Event { return nil }

func (l *Logger) Printf(format string, v ...interface{}) {}

type Context struct{ l Logger }

func (c Context) Logger() Logger { return c.l }

func (c Context) Str(key, val string) Context { return c }

func (c Context) Err(err error) Context { return c }

func (c Context) Timestamp() Context { return c }

type Event struct{ buf []byte }

func (e *Event) Enabled() bool { return e != nil }

func (e *Event) Err(err error) *Event { return e }

func (e *Event) AnErr(key string, err error) *Event { return e }

func (e *Event) Str(key, val string) *Event { return e }

func (e *Event) Interface(key string, i interface{}) *Event { return e }

func (e *Event) Int(key string, i int) *Event { return e }

func (e *Event) Ctx(ctx context.Context) *Event { return e }

func (e *Event) Msg(msg string) {}

func (e *Event) Msgf(format string, v ...interface{}) {}

func (e *Event) Send() {}
