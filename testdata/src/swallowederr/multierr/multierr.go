// Package multierr collects errors in a list that is an error itself.
package multierr

import (
	"fmt"
	"os"

	"github.com/hashicorp/go-multierror"
)

func use([]byte) {}

// formatted sets how the list is written, and returns it.
func formatted(err *multierror.Error) error {
	if err != nil {
		err.ErrorFormat = func([]error) string { return "" }
	}
	return err.ErrorOrNil()
}

// Collected returns the list by a helper.
func Collected(names []string) error {
	var errs *multierror.Error
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			errs = multierror.Append(errs, err)
			continue
		}
		use(data)
	}
	if errs != nil {
		return formatted(errs)
	}
	return nil
}

// ByAddress appends to a list that is a variable of its own.
func ByAddress(names []string) error {
	var errs multierror.Error
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			_ = multierror.Append(&errs, fmt.Errorf("reading %s: %v", name, err))
			continue
		}
		use(data)
	}
	return formatted(&errs)
}

// OrNil returns the list as the library wants it.
func OrNil(names []string) error {
	var errs *multierror.Error
	for _, name := range names {
		if err := os.Remove(name); err != nil {
			errs = multierror.Append(errs, err)
		}
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			errs = multierror.Append(errs, err)
		}
	}
	return errs.ErrorOrNil()
}

// Unreturned appends to a list that nobody gets.
func Unreturned(names []string) {
	var errs *multierror.Error
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile is dropped`
			errs = multierror.Append(errs, err)
			continue
		}
		use(data)
	}
	_ = errs
}

// UnreturnedValue appends to a variable of its own that nobody gets.
func UnreturnedValue(names []string) {
	var errs multierror.Error
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile is dropped`
			_ = multierror.Append(&errs, err)
			continue
		}
		use(data)
	}
}

// NotAppended forgets to.
func NotAppended(names []string) error {
	var errs *multierror.Error
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile is dropped`
			continue
		}
		if err := os.WriteFile(name, data, 0o600); err != nil {
			errs = multierror.Append(errs, err)
		}
	}
	return errs.ErrorOrNil()
}

// OnlyCounts asks how many there were.
func OnlyCounts(names []string) int {
	var errs *multierror.Error
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile is dropped`
			errs = multierror.Append(errs, err)
			continue
		}
		use(data)
	}
	if errs != nil {
		return 1
	}
	return 0
}

type scaler struct {
	lookUp func(name string) (string, error)
}

// ByField has two errors of one name, the second from a function value.
func (s *scaler) ByField(names []string) ([]string, error) {
	var (
		out  []string
		errs *multierror.Error
	)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		id, err := s.lookUp(string(data))
		if err != nil {
			errs = multierror.Append(errs, err)
			continue
		}
		out = append(out, id)
	}
	if errs != nil {
		return nil, formatted(errs)
	}
	return out, nil
}
