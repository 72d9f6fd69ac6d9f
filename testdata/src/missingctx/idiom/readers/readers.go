// Package readers binds no logger itself; what it imports of its module does.
package readers

import (
	"context"

	"github.com/rs/zerolog/log"

	"missingctx/idiom/books"
)

// hand (bad): the module binds its loggers to contexts.
func hand(ctx context.Context, reader, book string) {
	if err := books.Lend(ctx, book); err != nil {
		log.Error().Err(err).Str("reader", reader).Msg("cannot lend") // want `\(\*zerolog\.Event\)\.Msg does not carry the request's context: the logger of log\.Ctx\(ctx\) would \(nocontext\)`
	}
}

// open (good): there is no context to bind to.
func open(reader string) {
	log.Info().Str("reader", reader).Msg("welcome")
}
