// Package hooks holds functions without an error result that are called by
// somebody else: kept in fields, handed on as values, deferred.
package hooks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

// Rate is a price in a currency.
type Rate struct {
	Currency string
	Cents    int64
}

// Bank gives rates.
type Bank interface {
	Rate(ctx context.Context, currency string) (Rate, error)
	Book(ctx context.Context, r Rate) error
}

// Observer is told of what happens.
type Observer struct {
	OnOpen  func(id string)
	OnClose func(id string)
	OnError func(err error)
}

// Till is where money is taken.
type Till struct {
	bank  Bank
	db    *sql.DB
	obs   Observer
	rates sync.Map
	log   *slog.Logger
	every time.Duration
}

// settle (good): what a timer runs has a line for what fails.
func (t *Till) settle() {
	if _, err := t.db.Exec("UPDATE tills SET settled = now()"); err != nil {
		t.log.Error("settle", "err", err)
	}
}

// Schedule (good): the method logs.
func (t *Till) Schedule() *time.Timer { return time.AfterFunc(t.every, t.settle) }

// Refresh (bad): Range is told to go on, and the rate stays as old as it is.
func (t *Till) Refresh(ctx context.Context) {
	t.rates.Range(func(key, _ any) bool {
		rate, err := t.bank.Rate(ctx, key.(string))
		if err != nil { // want `error from Bank\.Rate ends in a callback that cannot return it, and nothing logs it; true is returned at line 64 in its place \(callback\)`
			return true
		}
		t.rates.Store(key, rate)
		return true
	})
}

// RefreshLogged (good): the rate that stays has a line.
func (t *Till) RefreshLogged(ctx context.Context) {
	t.rates.Range(func(key, _ any) bool {
		rate, err := t.bank.Rate(ctx, key.(string))
		if err != nil {
			t.log.WarnContext(ctx, "rate", "currency", key, "err", err)
			return true
		}
		t.rates.Store(key, rate)
		return true
	})
}

// RefreshFirst (good): Range is stopped, and the error is read behind it.
func (t *Till) RefreshFirst(ctx context.Context) (err error) {
	t.rates.Range(func(key, _ any) bool {
		var rate Rate
		if rate, err = t.bank.Rate(ctx, key.(string)); err != nil {
			return false
		}
		t.rates.Store(key, rate)
		return true
	})
	return err
}

// Expire (bad): with maps.DeleteFunc, what cannot be asked is deleted.
func (t *Till) Expire(ctx context.Context, rates map[string]Rate) {
	maps.DeleteFunc(rates, func(currency string, old Rate) bool {
		rate, err := t.bank.Rate(ctx, currency)
		if err != nil { // want `error from Bank\.Rate ends in a callback that cannot return it, and nothing logs it; true is returned at line 102 in its place \(callback\)`
			return true
		}
		return rate.Cents != old.Cents
	})
}

// ExpireJoined (good): what cannot be asked is kept, with its error.
func (t *Till) ExpireJoined(ctx context.Context, rates map[string]Rate) error {
	var errs []error
	maps.DeleteFunc(rates, func(currency string, old Rate) bool {
		rate, err := t.bank.Rate(ctx, currency)
		if err != nil {
			errs = append(errs, fmt.Errorf("rate of %s: %w", currency, err))
			return false
		}
		return rate.Cents != old.Cents
	})
	return errors.Join(errs...)
}

// Sweep (bad): the timer's function writes a file, or does not.
func Sweep(after time.Duration, path string) {
	time.AfterFunc(after, func() {
		if err := os.Truncate(path, 0); err != nil { // want `error from os\.Truncate ends in a callback that cannot return it, and nothing logs it; the rest of the function literal is then not done \(callback\)`
			return
		}
		log.Print("swept ", path)
	})
}

// SweepSent (good): the timer's function sends what it meets.
func SweepSent(after time.Duration, path string) <-chan error {
	done := make(chan error, 1)
	time.AfterFunc(after, func() { done <- os.Truncate(path, 0) })
	return done
}

// Take (bad): the deferred function books, and nobody hears that it could not.
func (t *Till) Take(ctx context.Context, r Rate) error {
	defer func() {
		if err := t.bank.Book(ctx, r); err != nil { // want `error from Bank\.Book ends in a deferred function that cannot return it, and nothing logs it; the rest of the function literal is then not done \(callback\)`
			return
		}
		t.log.DebugContext(ctx, "booked", "currency", r.Currency)
	}()
	_, err := t.db.ExecContext(ctx, "INSERT INTO takings VALUES ($1)", r.Cents)
	return err
}

// TakeNamed (good): the deferred function sets the result.
func (t *Till) TakeNamed(ctx context.Context, r Rate) (err error) {
	defer func() {
		if berr := t.bank.Book(ctx, r); berr != nil {
			err = errors.Join(err, berr)
		}
	}()
	_, err = t.db.ExecContext(ctx, "INSERT INTO takings VALUES ($1)", r.Cents)
	return err
}

// TakeObserved (good): the deferred function tells the observer.
func (t *Till) TakeObserved(ctx context.Context, r Rate) error {
	defer func() {
		if err := t.bank.Book(ctx, r); err != nil {
			t.obs.OnError(err)
		}
	}()
	_, err := t.db.ExecContext(ctx, "INSERT INTO takings VALUES ($1)", r.Cents)
	return err
}

// Listen (good): a hook of the server has a line for the connection that it cannot set up.
func (t *Till) Listen(addr string) *http.Server {
	return &http.Server{Addr: addr, ConnState: func(c net.Conn, state http.ConnState) {
		if err := c.SetDeadline(time.Now().Add(t.every)); err != nil {
			t.log.Warn("deadline", "peer", c.RemoteAddr(), "err", err)
		}
	}}
}
