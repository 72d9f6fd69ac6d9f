// Package callback holds function literals without an error result that are
// handed to somebody else. One is bad when an error ends in it.
package callback

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"
)

var errGone = errors.New("entry is gone")

type Event struct {
	Topic string
	ID    string
}

type Ledger interface {
	Post(ctx context.Context, ev Event) error
	Expire(ctx context.Context, id string) error
	Balance(ctx context.Context, id string) (int64, error)
}

// Bus delivers events; a subscriber has no way to refuse one.
type Bus struct {
	mu   sync.Mutex
	subs map[string][]func(Event)
}

// Subscribe registers fn for the events of a topic.
func (b *Bus) Subscribe(topic string, fn func(Event)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[topic] = append(b.subs[topic], fn)
}

// Publish calls the subscribers of the event's topic.
func (b *Bus) Publish(ev Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, fn := range b.subs[ev.Topic] {
		fn(ev)
	}
}

// Queue retries what its consumer returns an error for.
type Queue struct {
	consumers []func(Event) error
}

// Consume registers fn.
func (q *Queue) Consume(fn func(Event) error) {
	q.consumers = append(q.consumers, fn)
}

// Deliver hands the event to every consumer and joins their errors.
func (q *Queue) Deliver(ev Event) error {
	var errs []error
	for _, fn := range q.consumers {
		errs = append(errs, fn(ev))
	}
	return errors.Join(errs...)
}

type Service struct {
	ledger  Ledger
	bus     *Bus
	queue   *Queue
	logger  *slog.Logger
	entries sync.Map
	failed  chan error

	once    sync.Once
	rates   map[string]float64
	rateErr error
}

// expireLater (bad): the entry stays for ever, nobody knows.
func (s *Service) expireLater(id string, after time.Duration) *time.Timer {
	return time.AfterFunc(after, func() {
		if err := s.ledger.Expire(context.Background(), id); err != nil { // want `error from Ledger\.Expire ends in a callback that cannot return it, and nothing logs it.*\(callback\)`
			return
		}
		slog.Info("expired", "id", id)
	})
}

// expireSoon (good): the same timer with a line.
func (s *Service) expireSoon(id string, after time.Duration) *time.Timer {
	return time.AfterFunc(after, func() {
		if err := s.ledger.Expire(context.Background(), id); err != nil {
			slog.Error("expire", "id", id, "err", err)
			return
		}
		slog.Info("expired", "id", id)
	})
}

// exchange (bad): the rates are empty for the life of the process.
func (s *Service) exchange() map[string]float64 {
	s.once.Do(func() {
		b, err := os.ReadFile("/etc/ledger/rates.json")
		if err != nil { // want `error from os\.ReadFile ends in a callback that cannot return it, and nothing logs it.*\(callback\)`
			return
		}
		if err := json.Unmarshal(b, &s.rates); err != nil {
			s.logger.Error("rates", "err", err)
		}
	})
	return s.rates
}

// exchangeKept (good): stored in a field that every caller gets.
func (s *Service) exchangeKept() (map[string]float64, error) {
	s.once.Do(func() {
		b, err := os.ReadFile("/etc/ledger/rates.json")
		if err != nil {
			s.rateErr = err
			return
		}
		s.rateErr = json.Unmarshal(b, &s.rates)
	})
	return s.rates, s.rateErr
}

// exchangeOnce (good): stored in a captured variable that is read afterwards.
func exchangeOnce(once *sync.Once, path string) ([]byte, error) {
	var b []byte
	var err error
	once.Do(func() {
		b, err = os.ReadFile(path)
	})
	if err != nil {
		return nil, fmt.Errorf("rates: %w", err)
	}
	return b, nil
}

// subscribePaid (bad): an event that was not posted is gone.
func (s *Service) subscribePaid(ctx context.Context) {
	s.bus.Subscribe("order.paid", func(ev Event) {
		if err := s.ledger.Post(ctx, ev); err != nil { // want `error from Ledger\.Post ends in a callback that cannot return it, and nothing logs it.*\(callback\)`
			return
		}
		slog.InfoContext(ctx, "posted", "id", ev.ID)
	})
}

// subscribeRefunded (good): logged in the callback.
func (s *Service) subscribeRefunded(ctx context.Context) {
	s.bus.Subscribe("order.refunded", func(ev Event) {
		if err := s.ledger.Post(ctx, ev); err != nil {
			s.logger.ErrorContext(ctx, "post refund", "id", ev.ID, "err", err)
			return
		}
		slog.InfoContext(ctx, "posted", "id", ev.ID)
	})
}

// subscribeShipped (good): the error goes over a channel.
func (s *Service) subscribeShipped(ctx context.Context) {
	s.bus.Subscribe("order.shipped", func(ev Event) {
		if err := s.ledger.Post(ctx, ev); err != nil {
			s.failed <- fmt.Errorf("post %s: %w", ev.ID, err)
			return
		}
		slog.InfoContext(ctx, "posted", "id", ev.ID)
	})
}

// Failed gives what goes wrong to whoever watches.
func (s *Service) Failed() <-chan error { return s.failed }

// consumeReturned (good): this callback can return the error, and does.
func (s *Service) consumeReturned(ctx context.Context) {
	s.queue.Consume(func(ev Event) error {
		if err := s.ledger.Post(ctx, ev); err != nil {
			return fmt.Errorf("post %s: %w", ev.ID, err)
		}
		return nil
	})
}

// subscribeClosed (bad): errGone is told apart, everything else is lost with it.
func (s *Service) subscribeClosed(ctx context.Context) {
	s.bus.Subscribe("order.closed", func(ev Event) {
		err := s.ledger.Expire(ctx, ev.ID)
		if errors.Is(err, errGone) {
			slog.DebugContext(ctx, "already gone", "id", ev.ID)
			return
		}
		if err == nil { // want `error from Ledger\.Expire ends in a callback that cannot return it, and nothing logs it.*\(callback\)`
			slog.InfoContext(ctx, "closed", "id", ev.ID)
		}
	})
}

// subscribeExpired (good): errGone is an answer, the rest is logged.
func (s *Service) subscribeExpired(ctx context.Context) {
	s.bus.Subscribe("order.expired", func(ev Event) {
		err := s.ledger.Expire(ctx, ev.ID)
		if err == nil || errors.Is(err, errGone) {
			return
		}
		slog.ErrorContext(ctx, "expire", "id", ev.ID, "err", err)
	})
}

// onShutdown (bad): the marker is written at the very end, or it is not.
func onShutdown(ctx context.Context, dir string) (stop func() bool) {
	return context.AfterFunc(ctx, func() {
		if err := os.WriteFile(filepath.Join(dir, "clean"), nil, 0o600); err != nil { // want `error from os\.WriteFile ends in a callback that cannot return it, and nothing logs it.*\(callback\)`
			return
		}
		log.Println("clean shutdown")
	})
}

// onDeadline (good): log.Print has it.
func onDeadline(ctx context.Context, dir string) (stop func() bool) {
	return context.AfterFunc(ctx, func() {
		if err := os.WriteFile(filepath.Join(dir, "late"), nil, 0o600); err != nil {
			log.Print("deadline marker: ", err)
		}
	})
}

// settleAll (bad): Range goes on, the entry is not settled.
func (s *Service) settleAll(ctx context.Context) {
	s.entries.Range(func(key, _ any) bool {
		id, ok := key.(string)
		if !ok {
			return true
		}
		if err := s.ledger.Post(ctx, Event{Topic: "settle", ID: id}); err != nil { // want `error from Ledger\.Post ends in a callback that cannot return it, and nothing logs it.*\(callback\)`
			return true
		}
		s.entries.Delete(key)
		return true
	})
}

// settleEach (good): the errors are collected in a captured slice.
func (s *Service) settleEach(ctx context.Context) error {
	var errs []error
	s.entries.Range(func(key, _ any) bool {
		id, ok := key.(string)
		if !ok {
			return true
		}
		if err := s.ledger.Post(ctx, Event{Topic: "settle", ID: id}); err != nil {
			errs = append(errs, err)
			return true
		}
		s.entries.Delete(key)
		return true
	})
	return errors.Join(errs...)
}

// settleFirst (good): stops at the first error, which the caller returns.
func (s *Service) settleFirst(ctx context.Context) error {
	var failed error
	s.entries.Range(func(key, _ any) bool {
		failed = s.ledger.Post(ctx, Event{Topic: "settle", ID: fmt.Sprint(key)})
		return failed == nil
	})
	return failed
}

// notifyHook (bad): nothing even looks at the reply's error.
func notifyHook(after time.Duration, url string) {
	time.AfterFunc(after, func() {
		http.Post(url, "text/plain", strings.NewReader("done")) // want `error from http\.Post .*\(callback\)`
	})
}

// notifyPeer (good): looked at and logged.
func notifyPeer(after time.Duration, url string) {
	time.AfterFunc(after, func() {
		resp, err := http.Post(url, "text/plain", strings.NewReader("done"))
		if err != nil {
			slog.Warn("notify", "url", url, "err", err)
			return
		}
		resp.Body.Close()
	})
}

// copyConfigs (good): WalkDir's callback returns what it meets.
func copyConfigs(dst, src string) error {
	return filepath.WalkDir(src, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dst, d.Name()), b, 0o600)
	})
}

// newestFirst (good): a comparison is no place for an error, a missing file sorts last.
// By default nothing is said of it.
func newestFirst(entries []fs.DirEntry) {
	sort.Slice(entries, func(i, j int) bool {
		a, err := entries[i].Info()
		if err != nil { // want `error from fs\.DirEntry\.Info .*\(callback\)`
			return false
		}
		b, err := entries[j].Info()
		if err != nil { // want `error from fs\.DirEntry\.Info .*\(callback\)`
			return true
		}
		return a.ModTime().After(b.ModTime())
	})
}

// mount (good): a handler is not a callback, and this one logs.
func (s *Service) mount(mux *http.ServeMux) {
	mux.HandleFunc("GET /balance/{id}", func(w http.ResponseWriter, r *http.Request) {
		n, err := s.ledger.Balance(r.Context(), r.PathValue("id"))
		if err != nil {
			s.logger.ErrorContext(r.Context(), "balance", "err", err)
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, n)
	})
}
