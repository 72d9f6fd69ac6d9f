// Package slogs has a logger in a field, and lines that begin with "cannot".
package slogs

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"strings"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
	Orders(ctx context.Context) ([]string, error)
	Remove(ctx context.Context, id string) error
}

type service struct {
	store  Store
	logger *slog.Logger
	lost   []string
}

// A line as this package writes it.
func (s *service) audit(ctx context.Context) error {
	if err := s.store.Remove(ctx, "audit"); err != nil {
		s.logger.ErrorContext(ctx, "cannot remove audit", "error", err)
		return err
	}
	return nil
}

// The path returns: the line stands before it, with the context.
func (s *service) open(ctx context.Context) []string {
	orders, err := s.store.Orders(ctx)
	if err != nil { // want `dropped`
		return nil
	}
	return orders
}

// A loop goes on without an item, in a function whose context has no name.
func (s *service) sums(_ context.Context, names []string) map[string]int {
	sums := make(map[string]int)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil { // want `dropped`
			continue
		}
		sums[name] = len(data)
	}
	return sums
}

// The test asks for success: the line goes into an else.
func (s *service) warm(ctx context.Context, id string) (found string) {
	if item, err := s.store.Load(ctx, id); err == nil { // want `dropped`
		found = item
	}
	return found
}

// The test asks for success and leaves: the line needs no else.
func (s *service) either(ctx context.Context, id string) (string, error) {
	item, err := s.store.Load(ctx, id)
	if err == nil { // want `dropped`
		return item, nil
	}
	return "untitled", nil
}

// The test asks for success and leaves, but the error is known in it alone.
func (s *service) or(ctx context.Context, id string) (string, error) {
	if item, err := s.store.Load(ctx, id); err == nil { // want `dropped`
		return item, nil
	}
	return "untitled", nil
}

// The test is about what came with the error, which the next one takes the place
// of: the line has a test of its own.
func (s *service) several(ctx context.Context, list *os.File) (items []string, err error) {
	defer func() { err = errors.Join(err, list.Close()) }()
	for {
		var names []string
		names, err = list.Readdirnames(1)
		if err != nil {
			break
		}
		var item string
		item, err = s.store.Load(ctx, names[0])
		if item != "" { // want `dropped`
			items = append(items, item)
		}
	}
	return items, err
}

// What is done about the error comes after the line for it.
func (s *service) touch(ctx context.Context, id string) (found bool) {
	_, err := s.store.Load(ctx, id)
	if err != nil { // want `dropped`
		mark := "lost/" + id
		os.Remove(mark) //nolint:loglint // it may not be there
		return false
	}
	return true
}

// What is done about the error may change it: the line comes last.
func (s *service) retouch(ctx context.Context, id string) (found bool) {
	_, err := s.store.Load(ctx, id)
	if err != nil { // want `dropped`
		if id == "" {
			id = "default"
		}
		s.lose(id)
		return false
	}
	return true
}

func (s *service) lose(id string) { s.lost = append(s.lost, id) }

// Where the error may still be returned, the line stands behind that.
func (s *service) strictly(ctx context.Context, id string, strict bool) (string, error) {
	item, err := s.store.Load(ctx, id)
	if err != nil { // want `dropped`
		if strict {
			return "", err
		}
		item = "default"
	}
	return item, nil
}

// What has errcheck pass over it is of no use where something looks at it.
func (s *service) note(name string) {
	os.WriteFile(name, // want `discarded`
		nil, 0o600) //nolint:errcheck
}

// The condition says more than that there is an error: the line has a test of
// its own.
func (s *service) title(ctx context.Context, id string) string {
	item, err := s.store.Load(ctx, id)
	if err != nil || item == "" { // want `dropped`
		return "untitled"
	}
	return item
}

// Nothing takes the error.
func (s *service) forget(ctx context.Context, id string) {
	s.store.Remove(ctx, id) // want `discarded`
	s.logger.InfoContext(ctx, "forgotten", "id", id)
}

// The error is discarded beside another result.
func (s *service) names(ctx context.Context) int {
	orders, _ := s.store.Orders(ctx) // want `discarded`
	return len(orders)
}

// A variable err is there, and is returned later: the new one has another
// name.
func (s *service) swap(ctx context.Context, id string) (err error) {
	item, _ := s.store.Load(ctx, id) // want `discarded`
	if strings.HasPrefix(item, "old") {
		err = s.store.Remove(ctx, item)
	}
	return err
}

// A statement after it declares err for itself.
func (s *service) refill(ctx context.Context) int {
	orders, _ := s.store.Orders(ctx) // want `discarded`
	err := s.store.Remove(ctx, "cache")
	if err != nil {
		s.logger.WarnContext(ctx, "cannot remove cache", "error", err)
	}
	return len(orders)
}

// Several discards share the variable that they need.
func (s *service) totals(ctx context.Context) (a, b int) {
	var first, second []string
	first, _ = s.store.Orders(ctx) // want `discarded`
	a = len(first)
	second, _ = s.store.Orders(ctx) // want `discarded`
	return a, len(second)
}

// The error is missing from its line.
func (s *service) flush(ctx context.Context, id string) {
	if err := s.store.Remove(ctx, id); err != nil {
		s.logger.ErrorContext(ctx, "cannot flush", "id", id) // want `novalue`
		return
	}
}

// The error is overwritten before anything looks.
func (s *service) replace(ctx context.Context, a, b string) error {
	err := s.store.Remove(ctx, a) // want `overwritten`
	err = s.store.Remove(ctx, b)
	return err
}

// What was read is decoded, and the failure forgotten.
func (s *service) config(ctx context.Context, path string) (limits map[string]int) {
	data, err := os.ReadFile(path)
	if err != nil {
		s.logger.WarnContext(ctx, "cannot read config", "error", err)
		return nil
	}
	json.Unmarshal(data, &limits) // want `discarded`
	return limits
}
