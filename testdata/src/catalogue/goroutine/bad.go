// Package goroutine holds the examples of the category goroutine in docs/rules.md.
package goroutine

import "context"

func (s *server) start(ctx context.Context) {
	go func() {
		if err := s.orders.Watch(ctx); err != nil {
			return
		}
	}()
}
