// Package correlated holds a last error that is read behind the loop under a
// condition that holds whenever there is one.
package correlated

import (
	"context"
	"log"
)

// Store keeps things.
type Store interface {
	Save(ctx context.Context, id string) error
}

// Flush is good: failed is more than zero exactly if last is not nil.
func Flush(ctx context.Context, s Store, ids []string) {
	failed := 0
	var last error
	for _, id := range ids {
		if err := s.Save(ctx, id); err != nil {
			failed++
			last = err
		}
	}
	if failed > 0 {
		log.Printf("%d of %d failed, the last with: %v", failed, len(ids), last)
	}
}

// FlushCounted is bad: the last error is not kept, the number alone is logged.
func FlushCounted(ctx context.Context, s Store, ids []string) {
	failed := 0
	for _, id := range ids {
		if err := s.Save(ctx, id); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
			failed++
		}
	}
	log.Printf("%d of %d failed", failed, len(ids))
}
