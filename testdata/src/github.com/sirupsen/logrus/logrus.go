// Package logrus stands in for github.com/sirupsen/logrus v1.10.2: the
// declarations that the corpora use, with bodies that do nothing.
package logrus

import "context"

type Fields map[string]any

type Level uint32

const (
	PanicLevel Level = iota
	FatalLevel
	ErrorLevel
	WarnLevel
	InfoLevel
	DebugLevel
)

type Logger struct{ Level Level }

type Entry struct{ Logger *Logger }

type FieldLogger interface {
	WithField(key string, value any) *Entry
	WithFields(fields Fields) *Entry
	WithError(err error) *Entry

	ErrorLogger
}

type ErrorLogger interface {
	Error(args ...any)
	Errorf(format string, args ...any)
}

func WithError(err error) *Entry { return nil }

func WithContext(ctx context.Context) *Entry { return nil }

func WithField(key string, value any) *Entry { return nil }

func WithFields(fields Fields) *Entry { return nil }

func IsLevelEnabled(level Level) bool { return false }

func Info(args ...any) {}

func Warn(args ...any) {}

func Error(args ...any) {}

func Errorf(format string, args ...any) {}

func Fatal(args ...any) {}

func (logger *Logger) WithError(err error) *Entry { return nil }

func (logger *Logger) WithContext(ctx context.Context) *Entry { return nil }

func (logger *Logger) WithField(key string, value any) *Entry { return nil }

func (logger *Logger) WithFields(fields Fields) *Entry { return nil }

func (logger *Logger) Info(args ...any) {}

func (logger *Logger) Warn(args ...any) {}

func (logger *Logger) Error(args ...any) {}

func (logger *Logger) Errorf(format string, args ...any) {}

func (entry *Entry) WithError(err error) *Entry { return entry }

func (entry *Entry) WithContext(ctx context.Context) *Entry { return entry }

func (entry *Entry) WithField(key string, value any) *Entry { return entry }

func (entry *Entry) WithFields(fields Fields) *Entry { return entry }

func (entry *Entry) Info(args ...any) {}

func (entry *Entry) Warn(args ...any) {}

func (entry *Entry) Error(args ...any) {}

func (entry *Entry) Errorf(format string, args ...any) {}

func (entry *Entry) Dup() *Entry { return entry }

func (entry *Entry) Debug(args ...any) {}
