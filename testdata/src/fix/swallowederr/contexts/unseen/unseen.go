// Package unseen takes loggers out of contexts, and sees nobody put them there.
package unseen

import (
	"context"
	"log/slog"
	"os"

	"fix/swallowederr/contexts/lg"
)

// Lines as this package writes them.
func open(ctx context.Context) {
	lg.From(ctx).InfoContext(ctx, "open")
	load(ctx)
}

func start(ctx context.Context) { slog.InfoContext(ctx, "starting") }

// There may be no logger in the context.
func save(ctx context.Context, path string) {
	os.WriteFile(path, nil, 0o600) // want `discarded`
}

// Its caller writes with the logger of the context.
func load(ctx context.Context) {
	os.WriteFile("loaded", nil, 0o600) // want `discarded`
}
