// Package takenout asks functions of its own what an error is: they give back
// what they find in it, or a code for that.
package takenout

import (
	"errors"
	"os"
)

// A Status is a kind of error.
type Status string

const (
	NotFound Status = "not found"
	Internal Status = "internal"
)

// An Error has a status.
type Error struct {
	Status Status
	Text   string
}

func (e *Error) Error() string { return e.Text }

// AsError returns the Error in err, or nil.
func AsError(err error) (e *Error) {
	if err == nil {
		return nil
	}
	if errors.As(err, &e) {
		return e
	}
	return nil
}

// AsStatus returns the status of an error.
func AsStatus(err error) Status {
	if err == nil {
		return ""
	}
	e := AsError(err)
	if e != nil {
		return e.Status
	}
	return Internal
}

func ByStatus(name string) (bool, error) {
	_, err := os.ReadFile(name)
	if AsStatus(err) == NotFound {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, nil
}

func ByOtherStatus(name string) (bool, error) {
	_, err := os.ReadFile(name)
	if err != nil && AsStatus(err) != NotFound { // want `error from os\.ReadFile is dropped: .*\(dropped\)$`
		return false, nil
	}
	return true, nil
}

func ByError(name string) (bool, error) {
	_, err := os.ReadFile(name)
	if e := AsError(err); e != nil {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, nil
}

func ByNoError(name string) (bool, error) {
	_, err := os.ReadFile(name) // want `error from os\.ReadFile is dropped: .*\(dropped\)$`
	if e := AsError(err); e == nil {
		return false, nil
	}
	return true, err
}
