// Package books binds its loggers to contexts.
package books

import (
	"context"
	"errors"

	"github.com/rs/zerolog/log"
)

// Lend (good): its logger is the context's.
func Lend(ctx context.Context, id string) error {
	if id == "" {
		log.Ctx(ctx).Warn().Msg("lent nothing")
		return errors.New("no id")
	}
	return nil
}
