// Package logr stands in for github.com/go-logr/logr v1.4.3: the declarations
// that the corpora use.
package logr

import (
	"context"
	"errors"
)

type Logger struct{ level int }

func FromContext(ctx context.Context) (Logger, error) { return Logger{}, errors.New("no logger") }

func FromContextOrDiscard(ctx context.Context) Logger { return Logger{} }

func (l Logger) V(level int) Logger { return l }

func (l Logger) WithName(name string) Logger { return l }

func (l Logger) WithValues(keysAndValues ...any) Logger { return l }

func (l Logger) Info(msg string, keysAndValues ...any) {}

func (l Logger) Error(err error, msg string, keysAndValues ...any) {}
