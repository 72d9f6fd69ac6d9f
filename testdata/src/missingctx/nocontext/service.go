package nocontext

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

// charge (bad): the parameter ctx is in reach.
func (s *Service) charge(ctx context.Context, id string) error {
	o, err := s.store.Load(ctx, id)
	if err != nil {
		return fmt.Errorf("charge: %w", err)
	}
	slog.Info("charged", "total", o.Total) // want `slog\.Info does not carry the request's context: slog\.InfoContext with ctx would \(nocontext\)`
	return nil
}

// refund (good): ctx is given.
func (s *Service) refund(ctx context.Context, id string) error {
	o, err := s.store.Load(ctx, id)
	if err != nil {
		return fmt.Errorf("refund: %w", err)
	}
	slog.InfoContext(ctx, "refunded", "total", o.Total)
	return nil
}

// cancel (bad): the context is the second parameter.
func (s *Service) cancel(id string, ctx context.Context) error {
	if err := s.store.Save(ctx, Order{ID: id}); err != nil {
		return fmt.Errorf("cancel: %w", err)
	}
	s.logger.Warn("cancelled", "id", id) // want `Warn does not carry the request's context: .*WarnContext with ctx would \(nocontext\)`
	return nil
}

// reopen (good): the second parameter is used.
func (s *Service) reopen(id string, ctx context.Context) error {
	if err := s.store.Save(ctx, Order{ID: id, Total: 1}); err != nil {
		return fmt.Errorf("reopen: %w", err)
	}
	s.logger.WarnContext(ctx, "reopened", "id", id)
	return nil
}

// quote (bad): the parameter has another name.
func (s *Service) quote(parent context.Context, ids []string) (sum int64) {
	for _, id := range ids {
		o, err := s.store.Load(parent, id)
		if err != nil {
			slog.Error("quote", "id", id, "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with parent would \(nocontext\)`
			continue
		}
		sum += o.Total
	}
	return sum
}

// offer (good): slog.LogAttrs takes the context first.
func (s *Service) offer(parent context.Context, ids []string) (sum int64) {
	for _, id := range ids {
		o, err := s.store.Load(parent, id)
		if err != nil {
			slog.LogAttrs(parent, slog.LevelError, "offer", slog.String("id", id), slog.Any("err", err))
			continue
		}
		sum += o.Total
	}
	return sum
}

// each (bad): the closure has no parameter, and captures ctx.
func (s *Service) each(ctx context.Context, ids []string, visit func(func(Order))) {
	visit(func(o Order) {
		if err := s.store.Save(ctx, o); err != nil {
			s.logger.Error("save", "id", o.ID, "err", err) // want `Error does not carry the request's context: .*ErrorContext with ctx would \(nocontext\)`
		}
	})
}

// every (good): the closure hands on what it captures.
func (s *Service) every(ctx context.Context, ids []string, visit func(func(Order))) {
	visit(func(o Order) {
		if err := s.store.Save(ctx, o); err != nil {
			s.logger.ErrorContext(ctx, "save", "id", o.ID, "err", err)
		}
	})
}

// renew (bad): a derived context has taken the place of the parameter.
func (s *Service) renew(ctx context.Context, id string) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if err := s.store.Save(ctx, Order{ID: id}); err != nil {
		slog.Default().Error("renew", "err", err) // want `Error does not carry the request's context: .*ErrorContext with ctx would \(nocontext\)`
		return err
	}
	return nil
}

// extend (good): the default logger's method with ctx.
func (s *Service) extend(ctx context.Context, id string) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if err := s.store.Save(ctx, Order{ID: id}); err != nil {
		slog.Default().ErrorContext(ctx, "extend", "err", err)
		return err
	}
	return nil
}

var errLate = errors.New("order is late")

// deliver (bad): three branches, the middle one forgets the context.
func (s *Service) deliver(ctx context.Context, o Order, due time.Time) error {
	switch left := time.Until(due); {
	case left > time.Hour:
		slog.DebugContext(ctx, "in time", "id", o.ID)
	case left > 0:
		slog.Warn("close to the deadline", "id", o.ID) // want `slog\.Warn does not carry the request's context: slog\.WarnContext with ctx would \(nocontext\)`
	default:
		slog.ErrorContext(ctx, "late", "id", o.ID)
		return errLate
	}
	return s.store.Save(ctx, o)
}

// NewWarmed (good): by its name it runs before there are requests.
func NewWarmed(ctx context.Context) context.Context {
	slog.Info("warming up")
	return ctx
}

// rewarm (bad): the same line, with no such name.
func rewarm(ctx context.Context) context.Context {
	slog.Info("warming up") // want `slog\.Info does not carry the request's context: .*\(nocontext\)`
	return ctx
}
