// Package log stands in for github.com/apex/log v1.9.0: the declarations that
// the corpora use.
package log

import "context"

type Interface interface {
	WithField(key string, value interface{}) *Entry
	WithError(err error) *Entry
	Warn(msg string)
	Error(msg string)
}

type Entry struct{}

func FromContext(ctx context.Context) Interface { return nil }

func WithError(err error) *Entry { return nil }

func WithField(key string, value interface{}) *Entry { return nil }

func (e *Entry) WithError(err error) *Entry { return nil }

func (e *Entry) Error(msg string) {}

func Debug(msg string) {}

func Warn(msg string) {}

func Errorf(msg string, v ...interface{}) {}
