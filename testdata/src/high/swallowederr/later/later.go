package later

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

// ValidateEach is good: what needs the data is left out of each round, and the
// error is returned after the last.
func ValidateEach(ctx context.Context, m Mirror, name string, words []string) ([]string, error) {
	data, fetchErr := m.Fetch(ctx, name)
	var problems []string
	for _, word := range words {
		if word == "" {
			problems = append(problems, "empty")
		}
		if fetchErr != nil {
			continue
		}
		if string(data) == word {
			problems = append(problems, word)
		}
	}
	if len(problems) > 0 {
		return problems, nil
	}
	return nil, fetchErr
}

// FirstOf is good: the first error is kept, and returned if no mirror had it.
func FirstOf(ctx context.Context, mirrors []Mirror, name string) ([]byte, error) {
	var (
		data     []byte
		err      error
		firstErr error
	)
	for _, m := range mirrors {
		data, err = m.Fetch(ctx, name)
		if err == nil {
			break
		}
		if firstErr == nil {
			firstErr = err
		}
	}
	if data == nil {
		for _, m := range mirrors {
			data, err = m.Fetch(ctx, "old/"+name)
			if err == nil {
				break
			}
			if firstErr == nil {
				firstErr = err
			}
		}
	}
	if data == nil {
		if firstErr == nil {
			firstErr = fs.ErrNotExist
		}
		return nil, firstErr
	}
	return data, nil
}

// Pump is good: the error of the first mirror waits for what the second says,
// which comes before it.
func Pump(ctx context.Context, from, to Mirror, name string, fail func(error) error) {
	go func() {
		for {
			var sendErr error
			if _, sendErr = to.Fetch(ctx, name); errors.Is(sendErr, fs.ErrClosed) {
				sendErr = nil
			}
			if _, err := from.Fetch(ctx, name); err != nil {
				fail(err)
				return
			} else if sendErr != nil {
				fail(sendErr)
				return
			}
		}
	}()
}

// PumpQuiet is bad: nothing waits for the first mirror's error.
func PumpQuiet(ctx context.Context, from, to Mirror, name string, fail func(error) error) {
	go func() {
		for {
			if _, sendErr := to.Fetch(ctx, name); sendErr != nil && !errors.Is(sendErr, fs.ErrClosed) {
				return
			}
			if _, err := from.Fetch(ctx, name); err != nil {
				fail(err)
				return
			}
		}
	}()
}

// retry says of an error whether and after how long another try is worth it.
func retry(err error) (again bool, after int) {
	if errors.Is(err, fs.ErrExist) {
		return true, 3
	}
	return false, 0
}

// FetchPatient is good: retry has looked at each error before the next takes
// its place.
func FetchPatient(ctx context.Context, m Mirror, name string, wait func(int) error) error {
	_, err := m.Fetch(ctx, name)
	again, after := retry(err)
	for again {
		if err := wait(after); err != nil {
			return err
		}
		_, err = m.Fetch(ctx, name)
		again, after = retry(err)
	}
	return err
}
