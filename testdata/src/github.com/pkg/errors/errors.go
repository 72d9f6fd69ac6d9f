// Package errors is a stand-in for github.com/pkg/errors.
package errors

func New(message string) error { return nil }

func Errorf(format string, args ...interface{}) error { return nil }

func Wrap(err error, message string) error { return nil }

func Wrapf(err error, format string, args ...interface{}) error { return nil }

func WithStack(err error) error { return nil }

func WithMessage(err error, message string) error { return nil }
