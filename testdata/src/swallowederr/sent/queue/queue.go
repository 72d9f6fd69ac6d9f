// Package queue hands values on, for other packages.
package queue

import (
	"context"
	"time"
)

// TrySend sends a value unless the context ends first.
func TrySend[T any](ctx context.Context, msg T, ch chan<- T) bool {
	select {
	case ch <- msg:
		return true
	case <-ctx.Done():
		return false
	}
}

// Offer sends an error if somebody waits for it.
func Offer(err error, ch chan<- error) bool {
	select {
	case ch <- err:
		return true
	default:
		return false
	}
}

// Forget looks like Offer, and hands nothing on.
func Forget(err error, ch chan<- error) bool {
	select {
	case <-time.After(time.Second):
		return len(ch) > 0
	default:
		return false
	}
}

// Failed says whether there is an error.
func Failed(err error) bool { return err != nil }
