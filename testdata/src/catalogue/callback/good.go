package callback

import (
	"context"
	"log/slog"
	"time"
)

func (s *server) expireLoggedLater(id string) {
	time.AfterFunc(time.Hour, func() {
		if err := s.orders.Expire(context.Background(), id); err != nil {
			slog.Error("cannot expire order", "order", id, "err", err)
		}
	})
}
