// Package sharedterms holds errors that share a condition with something else, and
// that a sentinel replaces.
package sharedterms

import (
	"context"
	"errors"
	"net/http"
)

var (
	errNoOrder = errors.New("no such order")
	errRefused = errors.New("refused")
)

// Order is what a customer has asked for.
type Order struct{ Lines []string }

// Store keeps the orders.
type Store interface {
	Load(ctx context.Context, id string) (*Order, error)
}

// Shop answers for the orders.
type Shop struct {
	store  Store
	client *http.Client
}

// Invoice is bad: the error that comes back says "no such order", whatever was wrong.
func (s *Shop) Invoice(ctx context.Context, id string) (*Order, error) {
	o, err := s.store.Load(ctx, id)
	if err != nil || len(o.Lines) == 0 {
		return nil, errNoOrder // want `error from Store\.Load is replaced: .*\(replaced\)`
	}
	return o, nil
}

// Charge is bad: a payment that never reached the bank is told as a refusal.
func (s *Shop) Charge(url string) error {
	resp, err := s.client.Post(url, "application/json", nil)
	if err != nil || resp.StatusCode != http.StatusOK {
		return errRefused // want `error from \(\*http\.Client\)\.Post is replaced: .*\(replaced\)`
	}
	return resp.Body.Close()
}

// InvoiceSplit is good: the sentinel is for the order without lines only.
func (s *Shop) InvoiceSplit(ctx context.Context, id string) (*Order, error) {
	o, err := s.store.Load(ctx, id)
	if err != nil {
		return nil, err
	}
	if len(o.Lines) == 0 {
		return nil, errNoOrder
	}
	return o, nil
}
