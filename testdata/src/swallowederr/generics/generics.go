package generics

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

// Source hands out values of one type.
type Source[T any] interface {
	Next(ctx context.Context) (T, error)
}

// Saver is a value that can save itself.
type Saver interface {
	Save(ctx context.Context) error
}

// Result is a value or the reason for its absence.
type Result[T any] struct {
	Value T
	Err   error
}

// Table is the rows of one type.
type Table[T any] struct {
	db   *sql.DB
	name string
	scan func(*sql.Rows) (T, error)
}

// Pump takes values from a source to a function.
type Pump[T any] struct {
	src  Source[T]
	sink func(ctx context.Context, v T) error
	err  error
	n    int
}

// must ends the program on an error.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// logged writes down the error and hands on the value.
func logged[T any](v T, err error) T {
	if err != nil {
		log.Printf("value of %T: %v", v, err)
	}
	return v
}

// ReadJSON is bad: a file that cannot be read yields the zero value.
func ReadJSON[T any](path string) (T, error) {
	var v T
	data, err := os.ReadFile(path)
	if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return v, nil
	}
	err = json.Unmarshal(data, &v)
	return v, err
}

// ReadJSONChecked is good: a file that cannot be read is an error.
func ReadJSONChecked[T any](path string) (T, error) {
	var v T
	data, err := os.ReadFile(path)
	if err != nil {
		return v, err
	}
	err = json.Unmarshal(data, &v)
	return v, err
}

// All is bad: a query that fails looks like an empty table.
func (t *Table[T]) All(ctx context.Context) ([]T, error) {
	rows, err := t.db.QueryContext(ctx, "SELECT * FROM "+t.name)
	if err != nil { // want `error from \(\*sql\.DB\)\.QueryContext is dropped: .*\(dropped\)`
		return nil, nil
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := t.scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// AllChecked is good: a query that fails is an error.
func (t *Table[T]) AllChecked(ctx context.Context) ([]T, error) {
	rows, err := t.db.QueryContext(ctx, "SELECT * FROM "+t.name)
	if err != nil {
		return nil, fmt.Errorf("all of %s: %w", t.name, err)
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := t.scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// Truncate is bad: the method of a generic type never looks at the result.
func (t *Table[T]) Truncate(ctx context.Context) {
	t.db.ExecContext(ctx, "TRUNCATE "+t.name) // want `error from \(\*sql\.DB\)\.ExecContext is discarded: .*\(discarded\)`
	log.Printf("%s is empty now", t.name)
}

// TruncateChecked is good: the method of a generic type returns it.
func (t *Table[T]) TruncateChecked(ctx context.Context) error {
	if _, err := t.db.ExecContext(ctx, "TRUNCATE "+t.name); err != nil {
		return err
	}
	log.Printf("%s is empty now", t.name)
	return nil
}

// Run is bad: the source's error ends the pump as its end would.
func (p *Pump[T]) Run(ctx context.Context) error {
	for {
		v, err := p.src.Next(ctx)
		if err != nil { // want `error from .*Next is dropped: .*\(dropped\)`
			return nil
		}
		if err := p.sink(ctx, v); err != nil {
			return err
		}
		p.n++
	}
}

// RunChecked is good: the source's error is stored where the caller asks for it.
func (p *Pump[T]) RunChecked(ctx context.Context) {
	for {
		v, err := p.src.Next(ctx)
		if err != nil {
			p.err = err
			return
		}
		if err := p.sink(ctx, v); err != nil {
			p.err = err
			return
		}
		p.n++
	}
}

// Map is bad: the values that the function cannot make are left out.
func Map[T, U any](ctx context.Context, in []T, f func(context.Context, T) (U, error)) []U {
	var out []U
	for _, v := range in {
		u, err := f(ctx, v)
		if err != nil { // want `is dropped: .*\(dropped\)`
			continue
		}
		out = append(out, u)
	}
	return out
}

// MapJoined is good: the values left out come back as errors.
func MapJoined[T, U any](ctx context.Context, in []T, f func(context.Context, T) (U, error)) ([]U, error) {
	var (
		out  []U
		errs []error
	)
	for _, v := range in {
		u, err := f(ctx, v)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out = append(out, u)
	}
	return out, errors.Join(errs...)
}

// MapResults is good: each result has its own error.
func MapResults[T, U any](ctx context.Context, in []T, f func(context.Context, T) (U, error)) []Result[U] {
	var out []Result[U]
	for _, v := range in {
		u, err := f(ctx, v)
		out = append(out, Result[U]{Value: u, Err: err})
	}
	return out
}

// SaveAll is bad: the method of the type parameter fails, the loop goes on.
func SaveAll[T Saver](ctx context.Context, values []T) error {
	for _, v := range values {
		if err := v.Save(ctx); err != nil { // want `error from .*Save is dropped: .*\(dropped\)`
			continue
		}
	}
	return nil
}

// SaveAllChecked is good: the method of the type parameter fails, the loop returns.
func SaveAllChecked[T Saver](ctx context.Context, values []T) error {
	for _, v := range values {
		if err := v.Save(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Retry is bad: the attempts are used up, and their errors with them.
func Retry[T any](ctx context.Context, n int, f func(context.Context) (T, error)) (T, error) {
	var zero T
	for range n {
		v, err := f(ctx)
		if err == nil {
			return v, nil
		}
		time.Sleep(time.Second)
	}
	return zero, fmt.Errorf("no success in %d attempts", n) // want `is replaced: .*\(replaced\)`
}

// RetryChecked is good: the last attempt's error is wrapped.
func RetryChecked[T any](ctx context.Context, n int, f func(context.Context) (T, error)) (T, error) {
	var (
		v   T
		err error
	)
	for range n {
		if v, err = f(ctx); err == nil {
			return v, nil
		}
		time.Sleep(time.Second)
	}
	return v, fmt.Errorf("no success in %d attempts: %w", n, err)
}

// valueOr is bad: it is handed results of the network and loses the error.
func valueOr[T any](v T, err error, fallback T) T {
	if err != nil { // want `is dropped: .*\(dropped\)`
		return fallback
	}
	return v
}

// First is good: the error is handed to the helper, and it is the helper that is reported.
func First[T any](ctx context.Context, src Source[T], fallback T) T {
	v, err := src.Next(ctx)
	return valueOr(v, err, fallback)
}

// FirstLogged is good: the helper logs.
func FirstLogged[T any](ctx context.Context, src Source[T]) T {
	return logged(src.Next(ctx))
}

// FirstMust is good: the helper panics.
func FirstMust[T any](ctx context.Context, src Source[T]) T {
	return must(src.Next(ctx))
}

// Fetch is bad: the status is wrapped into the result, the request's error is not.
func Fetch[T any](client *http.Client, url string) Result[T] {
	resp, err := client.Get(url)
	if err != nil { // want `error from \(\*http\.Client\)\.Get is dropped: .*\(dropped\)`
		return Result[T]{}
	}
	defer resp.Body.Close()
	var res Result[T]
	res.Err = json.NewDecoder(resp.Body).Decode(&res.Value)
	return res
}

// FetchResult is good: the result carries the request's error.
func FetchResult[T any](client *http.Client, url string) Result[T] {
	resp, err := client.Get(url)
	if err != nil {
		return Result[T]{Err: err}
	}
	defer resp.Body.Close()
	var res Result[T]
	res.Err = json.NewDecoder(resp.Body).Decode(&res.Value)
	return res
}
