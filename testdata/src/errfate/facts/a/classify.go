package a

import (
	"errors"
	"io"
	"io/fs"
	"log"
	"strings"
)

// ErrNotFound and ErrBusy are sentinels.
var (
	ErrNotFound = errors.New("not found")
	ErrBusy     = errors.New("busy")
)

// IsNotFound compares with a sentinel. What it says counts, not what it does
// with the error, which goes nowhere.
func IsNotFound(err error) bool { // want IsNotFound:`^param 0: dropped; says kind$`
	return errors.Is(err, ErrNotFound)
}

// IsEOF compares by itself, with a branch of its own for each sentinel.
func IsEOF(err error) bool { // want IsEOF:`^param 0: classified\|dropped; says kind$`
	return err == io.EOF || err == io.ErrUnexpectedEOF
}

// IsPath asks for a type.
func IsPath(err error) bool { // want IsPath:`^param 0: dropped; says kind$`
	var e *fs.PathError
	return errors.As(err, &e)
}

// IsReset looks at the text.
func IsReset(err error) bool { // want IsReset:`^param 0: dropped; says kind$`
	return err != nil && strings.Contains(err.Error(), "connection reset")
}

// Failed says that there is an error, and nothing of what it is.
func Failed(err error) bool { // want Failed:`^param 0: dropped; says non-nil$`
	return err != nil
}

// Succeeded says the opposite.
func Succeeded(err error) bool { // want Succeeded:`^param 0: dropped; says nil$`
	return err == nil
}

// Check logs, and then says whether there was an error.
func Check(err error) bool { // want Check:`^param 0: logged; says non-nil$`
	if err != nil {
		log.Print(err)
	}
	return err != nil
}

// Code makes a number of what the error is.
func Code(err error) int { // want Code:`^param 0: classified\|dropped$`
	switch {
	case errors.Is(err, ErrNotFound):
		return 404
	case errors.Is(err, ErrBusy):
		return 409
	}
	return 500
}

// Always says the same of every error.
func Always(err error) bool { // want Always:`^param 0: dropped$`
	return true
}
