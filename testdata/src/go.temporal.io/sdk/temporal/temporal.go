// Package temporal stands in for go.temporal.io/sdk/temporal v1.50.0: the
// declarations that the corpora use.
package temporal

import "errors"

func NewApplicationError(message, errType string, details ...any) error { return errors.New(message) }

func NewNonRetryableApplicationError(message, errType string, cause error, details ...any) error {
	return errors.New(message)
}

func IsTimeoutError(err error) bool { return false }
