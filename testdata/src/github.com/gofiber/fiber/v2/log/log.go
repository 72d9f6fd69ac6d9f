// Package log stands in for github.com/gofiber/fiber/v2/log v2.52.15: the
// declarations that the corpora use.
package log

import "context"

type CommonLogger interface {
	Logger
	FormatLogger
	WithLogger
}

type Logger interface {
	Warn(v ...interface{})
	Error(v ...interface{})
}

type FormatLogger interface {
	Warnf(format string, v ...interface{})
	Errorf(format string, v ...interface{})
}

type WithLogger interface {
	Warnw(msg string, keysAndValues ...interface{})
	Errorw(msg string, keysAndValues ...interface{})
}

func WithContext(ctx context.Context) CommonLogger { return nil }

func Warn(v ...interface{}) {}

func Errorf(format string, v ...interface{}) {}

func Errorw(msg string, keysAndValues ...interface{}) {}
