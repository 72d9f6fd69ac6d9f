package background

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"time"
)

// move (bad): ctx is the first parameter.
func (s *Service) move(ctx context.Context, from, to string) error {
	it, err := s.store.Load(ctx, from)
	if err != nil {
		return fmt.Errorf("move %s: %w", from, err)
	}
	slog.InfoContext(context.Background(), "moving", "from", from, "to", to) // want `slog\.InfoContext is given context\.Background\(\) while ctx is in reach \(background\)`
	it.ID = to
	return s.store.Save(ctx, it)
}

// copy (good): ctx is given.
func (s *Service) copy(ctx context.Context, from, to string) error {
	it, err := s.store.Load(ctx, from)
	if err != nil {
		return fmt.Errorf("copy %s: %w", from, err)
	}
	slog.InfoContext(ctx, "copying", "from", from, "to", to)
	it.ID = to
	return s.store.Save(ctx, it)
}

// label (bad): LogAttrs takes a context, too.
func (s *Service) label(ctx context.Context, id string) error {
	if err := s.store.Save(ctx, Item{ID: id}); err != nil {
		slog.LogAttrs(context.Background(), slog.LevelWarn, "label", slog.Any("err", err)) // want `slog\.LogAttrs is given context\.Background\(\) while ctx is in reach \(background\)`
		return err
	}
	return nil
}

// unlabel (good): LogAttrs with ctx.
func (s *Service) unlabel(ctx context.Context, id string) error {
	if err := s.store.Save(ctx, Item{ID: id}); err != nil {
		slog.LogAttrs(ctx, slog.LevelWarn, "unlabel", slog.Any("err", err))
		return err
	}
	return nil
}

// each (bad): the closure could use the ctx that it captures for the store.
func (s *Service) each(ctx context.Context, visit func(func(Item))) {
	visit(func(it Item) {
		if err := s.store.Save(ctx, it); err != nil {
			s.logger.Log(context.TODO(), slog.LevelError, "save", "id", it.ID, "err", err) // want `Log is given context\.TODO\(\) while ctx is in reach \(background\)`
		}
	})
}

// every (good): the closure uses ctx for both.
func (s *Service) every(ctx context.Context, visit func(func(Item))) {
	visit(func(it Item) {
		if err := s.store.Save(ctx, it); err != nil {
			s.logger.Log(ctx, slog.LevelError, "save", "id", it.ID, "err", err)
		}
	})
}

// sweep (good): a worker has no request, an empty context is all there is.
func (s *Service) sweep(dir string, every time.Duration) {
	for range time.Tick(every) {
		if _, err := os.ReadDir(dir); err != nil {
			slog.ErrorContext(context.Background(), "sweep", "dir", dir, "err", err)
		}
	}
}

// rebuild (good): makes the context of its own work.
func (s *Service) rebuild(ids []string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour)
	defer cancel()
	for _, id := range ids {
		if err := s.store.Save(ctx, Item{ID: id}); err != nil {
			slog.ErrorContext(ctx, "rebuild", "id", id, "err", err)
		}
	}
}

// Close (good): the parameter has no name, its context is out of reach.
func (s *Service) Close(_ context.Context) {
	s.logger.InfoContext(context.Background(), "service is closed")
}
