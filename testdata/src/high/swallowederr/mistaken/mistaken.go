// Package mistaken holds errors that are kept in a field: the branch that finds one returns
// another, which is nil there.
package mistaken

import (
	"context"
	"os"
)

type result struct {
	name string
	data []byte
	err  error
}

type Loader struct {
	dir  string
	last error
}

func (l *Loader) start(ctx context.Context, names []string) (<-chan result, error) {
	if _, err := os.Stat(l.dir); err != nil {
		return nil, err
	}
	out := make(chan result, len(names))
	for _, name := range names {
		data, err := os.ReadFile(l.dir + "/" + name)
		out <- result{name, data, err}
	}
	close(out)
	return out, nil
}

// all (bad): err is that of start.
func (l *Loader) all(ctx context.Context, names []string) (map[string][]byte, error) {
	ch, err := l.start(ctx, names)
	if err != nil {
		return nil, err
	}
	m := map[string][]byte{}
	for r := range ch {
		if r.err != nil {
			return nil, err // want `error r\.err is replaced: the error returned at line 43 is another one, which is nil there \(replaced\)`
		}
		m[r.name] = r.data
	}
	return m, nil
}

// allReturned (good): the error that was found is returned.
func (l *Loader) allReturned(ctx context.Context, names []string) (map[string][]byte, error) {
	ch, err := l.start(ctx, names)
	if err != nil {
		return nil, err
	}
	m := map[string][]byte{}
	for r := range ch {
		if r.err != nil {
			return nil, r.err
		}
		m[r.name] = r.data
	}
	return m, nil
}

// wait (bad): likewise with a field of the receiver.
func (l *Loader) wait(ctx context.Context) error {
	_, err := os.Stat(l.dir)
	if err != nil {
		return err
	}
	if l.last != nil {
		return err // want `error l\.last is replaced: the error returned at line 73 is another one, which is nil there \(replaced\)`
	}
	return nil
}

// waited (good): the field was taken first.
func (l *Loader) waited(ctx context.Context) error {
	_, err := os.Stat(l.dir)
	if err != nil {
		return err
	}
	if err = l.last; err != nil {
		return err
	}
	return nil
}

// each (bad): an element of a list is no different.
func (l *Loader) each(ctx context.Context, results []result) error {
	_, err := os.Stat(l.dir)
	if err != nil {
		return err
	}
	for i := range results {
		if results[i].err != nil {
			return err // want `error results\[i\]\.err is replaced: the error returned at line 98 is another one, which is nil there \(replaced\)`
		}
	}
	return nil
}

// eachKept (good): it is kept before.
func (l *Loader) eachKept(ctx context.Context, results []result) error {
	_, err := os.Stat(l.dir)
	if err != nil {
		return err
	}
	for i := range results {
		if results[i].err != nil {
			l.last = results[i].err
			return err
		}
	}
	return nil
}

// pointer (bad): nor is what a pointer leads to.
func (l *Loader) pointer(ctx context.Context, r *result) ([]byte, error) {
	_, err := os.Stat(l.dir)
	if err != nil {
		return nil, err
	}
	if r.err != nil {
		return nil, err // want `error r\.err is replaced: the error returned at line 126 is another one, which is nil there \(replaced\)`
	}
	return r.data, nil
}

// pointerSkipped (good): nobody can tell whether err is nil there.
func (l *Loader) pointerSkipped(ctx context.Context, r *result, err error) ([]byte, error) {
	if r.err != nil {
		return nil, err
	}
	return r.data, nil
}
