package kept

import (
	"context"
	"errors"
	"io/fs"
)

// Mirror is a copy of the files.
type Mirror interface {
	Fetch(ctx context.Context, name string) ([]byte, error)
	Tell(name string) (bool, error)
}

// failures is an error for each name.
type failures map[string]error

func (f failures) Error() string { return "some failed" }

// FetchAll is good: each error is kept under its name, and the map returned if
// it has any.
func FetchAll(ctx context.Context, m Mirror, names []string) error {
	failed := failures{}
	for _, name := range names {
		if _, err := m.Fetch(ctx, name); err != nil {
			failed[name] = err
		}
	}
	if len(failed) > 0 {
		return failed
	}
	return nil
}

// FetchSome is bad: the map is made, and nothing looks at it but its length.
func FetchSome(ctx context.Context, m Mirror, names []string) int {
	got := 0
	for _, name := range names {
		if _, err := m.Fetch(ctx, name); err != nil { // want `error from Mirror\.Fetch is dropped: .*\(dropped\)`
			continue
		}
		got++
	}
	return got
}

// check says whether another try is worth it, and writes down why not.
func check(err error) (again bool) { return errors.Is(err, fs.ErrExist) || err == nil }

// FetchAgain is good: check has looked at each error before the next try, and
// the last is returned.
func FetchAgain(ctx context.Context, m Mirror, name string) error {
	_, err := m.Fetch(ctx, name)
	for range 3 {
		if !check(err) {
			return err
		}
		_, err = m.Fetch(ctx, name)
	}
	return err
}

// Validate is good: the error goes on to the end, unless something else is
// wrong as well.
func Validate(ctx context.Context, m Mirror, name string, problems []string) ([]string, error) {
	data, fetchErr := m.Fetch(ctx, name)
	if fetchErr == nil && len(data) == 0 {
		problems = append(problems, "empty")
	}
	if len(problems) > 0 {
		return problems, nil
	}
	return nil, fetchErr
}
