// Package terms holds errors that share a condition with something else, so
// that the branch does not know which of the two it is for.
package terms

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
)

var (
	errNoOrder = errors.New("no such order")
	errRefused = errors.New("refused")
)

// Order is what a customer has asked for.
type Order struct {
	ID      string
	Lines   []string
	Deleted bool
}

// Store keeps the orders.
type Store interface {
	Load(ctx context.Context, id string) (*Order, error)
	Lookup(ctx context.Context, id string) (Order, bool, error)
	Lines(ctx context.Context, id string) ([]string, error)
}

// Shop answers for the orders.
type Shop struct {
	store  Store
	db     *sql.DB
	client *http.Client
	queue  []Order
}

// Order is bad: gone, deleted and out of reach are all the same nothing.
func (s *Shop) Order(ctx context.Context, id string) *Order {
	o, ok, err := s.store.Lookup(ctx, id)
	if err != nil || !ok || o.Deleted { // want `error from Store\.Lookup is dropped: .*\(dropped\)`
		return nil
	}
	return &o
}

// OrderChecked is good: the error has left before the others are asked.
func (s *Shop) OrderChecked(ctx context.Context, id string) (*Order, error) {
	o, ok, err := s.store.Lookup(ctx, id)
	if err != nil {
		return nil, err
	}
	if !ok || o.Deleted {
		return nil, nil
	}
	return &o, nil
}

// OrderGuarded is good: when the terms are asked, the error can only be that there is no order.
func (s *Shop) OrderGuarded(ctx context.Context, id string) (*Order, error) {
	o, err := s.store.Load(ctx, id)
	if err != nil && !errors.Is(err, errNoOrder) {
		return nil, err
	}
	if err != nil || o.Deleted {
		return nil, nil
	}
	return o, nil
}

// Active is bad: an order that cannot be loaded, the last of three terms, is skipped.
func (s *Shop) Active(ctx context.Context, ids []string) (active []Order) {
	for _, id := range ids {
		o, ok, err := s.store.Lookup(ctx, id)
		if !ok || o.Deleted || err != nil { // want `error from Store\.Lookup is dropped: .*\(dropped\)`
			continue
		}
		active = append(active, o)
	}
	return active
}

// ActiveLogged is good: the branch is for all three, and the line has the error.
func (s *Shop) ActiveLogged(ctx context.Context, ids []string) (active []Order) {
	for _, id := range ids {
		o, ok, err := s.store.Lookup(ctx, id)
		if !ok || o.Deleted || err != nil {
			log.Printf("order %s left out: found=%t err=%v", id, ok, err)
			continue
		}
		active = append(active, o)
	}
	return active
}

// Reserve is bad: no rows and no database take the same silent way out.
func (s *Shop) Reserve(ctx context.Context, o Order) error {
	lines, err := s.store.Lines(ctx, o.ID)
	if err == nil && len(lines) > 0 { // want `error from Store\.Lines is dropped: .*\(dropped\)`
		s.queue = append(s.queue, o)
	}
	return nil
}

// ReserveChecked is good: the same condition, and the error is the result.
func (s *Shop) ReserveChecked(ctx context.Context, o Order) error {
	lines, err := s.store.Lines(ctx, o.ID)
	if err == nil && len(lines) > 0 {
		s.queue = append(s.queue, o)
	}
	return err
}

// Price is bad: the case is for the error and for the order that is not there.
func (s *Shop) Price(ctx context.Context, id string) (int, error) {
	o, err := s.store.Load(ctx, id)
	switch {
	case err != nil, o == nil: // want `error from Store\.Load is dropped: .*\(dropped\)`
		return 0, nil
	case o.Deleted:
		return 0, nil
	}
	return len(o.Lines), nil
}

// PriceChecked is good: each of the two has a case.
func (s *Shop) PriceChecked(ctx context.Context, id string) (int, error) {
	o, err := s.store.Load(ctx, id)
	switch {
	case err != nil:
		return 0, err
	case o == nil, o.Deleted:
		return 0, nil
	}
	return len(o.Lines), nil
}

// InvoiceJoined is good: the sentinel can be asked for, the cause can be read.
func (s *Shop) InvoiceJoined(ctx context.Context, id string) (*Order, error) {
	o, err := s.store.Load(ctx, id)
	if err != nil || len(o.Lines) == 0 {
		return nil, errors.Join(errNoOrder, err)
	}
	return o, nil
}

// ChargeWrapped is good: the one sentence has room for both.
func (s *Shop) ChargeWrapped(url string) error {
	resp, err := s.client.Post(url, "application/json", nil)
	if err != nil || resp.StatusCode != http.StatusOK {
		return fmt.Errorf("charge by %s: %w", url, err)
	}
	return resp.Body.Close()
}

// Template is bad: the file that is there and cannot be read counts as an empty one.
func Template(path, def string) string {
	if data, err := os.ReadFile(path); err == nil && len(data) > 0 { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return string(data)
	}
	return def
}

// TemplateChecked is good: no file and an empty one have the default, the rest is an error.
func TemplateChecked(path, def string) (string, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(data) == 0 {
		return def, nil
	}
	return string(data), err
}

// Paid is bad: the negation of both terms is still one branch for both.
func (s *Shop) Paid(ctx context.Context, id string) []string {
	var state string
	err := s.db.QueryRowContext(ctx, "SELECT state FROM orders WHERE id = $1", id).Scan(&state)
	if !(err == nil && state == "paid") { // want `error from \(\*sql\.Row\)\.Scan is dropped: .*\(dropped\)`
		return nil
	}
	return []string{id}
}

// PaidChecked is good: no row is an answer, the rest has a line.
func (s *Shop) PaidChecked(ctx context.Context, id string) []string {
	var state string
	err := s.db.QueryRowContext(ctx, "SELECT state FROM orders WHERE id = $1", id).Scan(&state)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		slog.ErrorContext(ctx, "state of order", "id", id, "err", err)
	}
	if err != nil || state != "paid" {
		return nil
	}
	return []string{id}
}

// Print is bad: without a printer nothing is lost, with a broken one everything is.
func (s *Shop) Print(ctx context.Context, printer string, o Order) {
	out, err := exec.CommandContext(ctx, "lp", "-d", printer, o.ID).Output()
	if err != nil || printer == "" { // want `error from \(\*exec\.Cmd\)\.Output is dropped: .*\(dropped\)`
		return
	}
	log.Printf("printed %s: %s", o.ID, out)
}

// PrintNamed is good: the terms are nested, and the inner one has the error.
func (s *Shop) PrintNamed(ctx context.Context, printer string, o Order) {
	out, err := exec.CommandContext(ctx, "lp", "-d", printer, o.ID).Output()
	if err != nil || printer == "" {
		if err != nil {
			log.Printf("print %s: %v", o.ID, err)
		}
		return
	}
	log.Printf("printed %s: %s", o.ID, out)
}
