// Package callback holds the examples of the category callback in docs/rules.md.
package callback

import (
	"context"
	"time"
)

func (s *server) expireLater(id string) {
	time.AfterFunc(time.Hour, func() {
		if err := s.orders.Expire(context.Background(), id); err != nil {
			return
		}
	})
}
