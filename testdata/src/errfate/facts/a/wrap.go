package a

import (
	"errors"
	"fmt"
)

// Wrap wraps what it is given.
func Wrap(err error) error { // want Wrap:`^param 0: propagated; result 0: computed$`
	return fmt.Errorf("a: %w", err)
}

// WrapIf keeps a nil, and then makes nothing of the text.
func WrapIf(err error, msg string) error { // want WrapIf:`^param 0: propagated; param 1: propagated\|dropped; result 0: computed$`
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", msg, err)
}

// Same returns what it is given.
func Same(err error) error { // want Same:`^param 0: propagated; result 0: computed$`
	return err
}

// Text loses the error, but not what it says.
func Text(err error) error { // want Text:`^param 0: propagated; result 0: computed$`
	return errors.New("a: " + err.Error())
}

// Typed wraps in a type of its own.
func Typed(err error) error { // want Typed:`^param 0: propagated; result 0: computed$`
	return &OpError{Op: "typed", Err: err}
}

// OpError is an error that holds another.
type OpError struct {
	Op  string
	Err error
}

func (e *OpError) Error() string { return e.Op + ": " + e.Err.Error() }

// Unwrap returns what it holds, which is an origin to nobody.
func (e *OpError) Unwrap() error { return e.Err }

// Drop loses the error it is given.
func Drop(err error) {} // want Drop:`^param 0: dropped$`

// DropChecked loses it after a look.
func DropChecked(err error) int { // want DropChecked:`^param 0: dropped$`
	if err != nil {
		return -1
	}
	return 0
}

// Replace returns another error in its place.
func Replace(err error) error { // want Replace:`^param 0: replaced; result 0: computed$`
	if err != nil {
		return ErrBusy
	}
	return nil
}

var last error

// Keep stores the error: it escapes, as it would from an unknown function, so
// that there is nothing to tell.
func Keep(err error) { last = err }

// Send sends it.
func Send(ch chan<- error, err error) { ch <- err }

// Panic panics with it.
func Panic(err error) {
	if err != nil {
		panic(err)
	}
}

// KeepOrDrop is worth a fact: one of its paths loses the error.
func KeepOrDrop(err error, keep bool) { // want KeepOrDrop:`^param 0: escaped\|dropped$`
	if keep {
		last = err
	}
}
