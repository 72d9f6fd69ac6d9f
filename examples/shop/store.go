package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

var errNotFound = errors.New("not found")

const (
	stateOpen    = "open"
	statePaid    = "paid"
	stateSettled = "settled"
	stateExpired = "expired"
)

type Product struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Price int64  `json:"price"`
	Stock int    `json:"stock"`
}

type Line struct {
	Product string `json:"product"`
	Count   int    `json:"count"`
}

type Order struct {
	ID       string    `json:"id"`
	Customer string    `json:"customer"`
	Lines    []Line    `json:"lines"`
	Total    int64     `json:"total"`
	State    string    `json:"state"`
	Receipt  string    `json:"receipt,omitempty"`
	Created  time.Time `json:"created"`
}

// Store keeps products and orders. A method that is asked for one that it
// does not have returns errNotFound.
type Store interface {
	Product(ctx context.Context, id string) (Product, error)
	Products(ctx context.Context) ([]Product, error)
	SaveProduct(ctx context.Context, p Product) error
	Order(ctx context.Context, id string) (Order, error)
	Orders(ctx context.Context, customer string) ([]Order, error)
	SaveOrder(ctx context.Context, o Order) error
	ExpireOrder(ctx context.Context, id string) error
	NextOrderID(ctx context.Context) (string, error)
}

// fileStore is a Store with one JSON file for each product and order.
type fileStore struct {
	dir string

	mu sync.Mutex // guards the counter of orders
}

func openFileStore(dir string) (*fileStore, error) {
	for _, sub := range []string{"products", "orders"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o750); err != nil {
			return nil, err
		}
	}
	return &fileStore{dir: dir}, nil
}

func (s *fileStore) path(kind, id string) string {
	return filepath.Join(s.dir, kind, filepath.Base(id)+".json")
}

func (s *fileStore) read(kind, id string, v any) error {
	b, err := os.ReadFile(s.path(kind, id))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s %s: %w", kind, id, errNotFound)
	}
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s %s: %w", kind, id, err)
	}
	return nil
}

func (s *fileStore) Product(ctx context.Context, id string) (Product, error) {
	var p Product
	err := s.read("products", id, &p)
	return p, err
}

func (s *fileStore) Products(ctx context.Context) ([]Product, error) {
	dir := filepath.Join(s.dir, "products")
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	products := []Product{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		var p Product
		if err := json.Unmarshal(b, &p); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		products = append(products, p)
	}
	return products, nil
}

func (s *fileStore) SaveProduct(ctx context.Context, p Product) error {
	b, err := json.MarshalIndent(p, "", "\t")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(s.dir, "product-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("save product %s: %w", p.ID, err)
	}
	return os.Rename(f.Name(), s.path("products", p.ID))
}

func (s *fileStore) Order(ctx context.Context, id string) (Order, error) {
	var o Order
	err := s.read("orders", id, &o)
	return o, err
}

func (s *fileStore) Orders(ctx context.Context, customer string) ([]Order, error) {
	dir := filepath.Join(s.dir, "orders")
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	orders := []Order{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			continue
		}
		var o Order
		if err := json.Unmarshal(b, &o); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name(), err)
		}
		if customer == "" || o.Customer == customer {
			orders = append(orders, o)
		}
	}
	return orders, nil
}

func (s *fileStore) SaveOrder(ctx context.Context, o Order) error {
	b, err := json.MarshalIndent(o, "", "\t")
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(s.dir, "order-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = f.Close()
	if err != nil {
		return fmt.Errorf("save order %s: %w", o.ID, err)
	}
	return os.Rename(f.Name(), s.path("orders", o.ID))
}

// ExpireOrder closes an order that was never paid.
func (s *fileStore) ExpireOrder(ctx context.Context, id string) error {
	o, err := s.Order(ctx, id)
	if err != nil {
		return err
	}
	if o.State != stateOpen {
		return nil
	}
	o.State = stateExpired
	return s.SaveOrder(ctx, o)
}

// NextOrderID counts in a file, so that no number is given twice.
func (s *fileStore) NextOrderID(ctx context.Context) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	counter := filepath.Join(s.dir, "counter")
	n := 0
	b, err := os.ReadFile(counter)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return "", fmt.Errorf("order counter: %w", err)
	default:
		if n, err = strconv.Atoi(string(b)); err != nil {
			return "", fmt.Errorf("order counter: %w", err)
		}
	}
	n++
	os.WriteFile(counter, []byte(strconv.Itoa(n)), 0o600)
	return fmt.Sprintf("o%06d", n), nil
}
