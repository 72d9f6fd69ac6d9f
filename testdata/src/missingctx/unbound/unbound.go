// Package unbound writes with a logger that could be bound to a context, in a
// module where nothing is: its contexts may carry nothing.
package unbound

import (
	"context"

	"github.com/rs/zerolog/log"
)

// Count (good here): shown with everything on.
func Count(ctx context.Context, words []string) (n int) {
	for _, w := range words {
		if ctx.Err() != nil {
			log.Warn().Int("counted", n).Msg("gave up")
			return n
		}
		n += len(w)
	}
	return n
}
