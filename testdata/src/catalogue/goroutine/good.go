package goroutine

import (
	"context"
	"log/slog"
)

func (s *server) startLogged(ctx context.Context) {
	go func() {
		if err := s.orders.Watch(ctx); err != nil {
			slog.ErrorContext(ctx, "no longer watching orders", "err", err)
		}
	}()
}
