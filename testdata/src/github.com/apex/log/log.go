// Package log stands in for github.com/apex/log v1.9.0: the declarations that
// the corpora use.
package log

type Entry struct{}

func WithError(err error) *Entry { return nil }

func WithField(key string, value interface{}) *Entry { return nil }

func (e *Entry) WithError(err error) *Entry { return nil }

func (e *Entry) Error(msg string) {}

func Debug(msg string) {}

func Errorf(msg string, v ...interface{}) {}
