// Package tasks stands in for github.com/RichardKnop/machinery/v2/tasks
// v2.0.13: the declarations that the corpora use.
package tasks

import "time"

type ErrRetryTaskLater struct{ msg string }

func NewErrRetryTaskLater(msg string, retryIn time.Duration) ErrRetryTaskLater {
	return ErrRetryTaskLater{}
}

func (e ErrRetryTaskLater) Error() string { return e.msg }

type Signature struct{ Name string }
