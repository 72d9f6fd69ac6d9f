// Package bound has loggers of contexts in variables.
package bound

import (
	"context"
	"net/http"
	"os"

	"github.com/rs/zerolog/log"

	"fix/missingctx/bound/lg"
)

// The logger of the context is kept.
func load(ctx context.Context, name string) ([]byte, error) {
	logger := log.Ctx(ctx)
	logger.Info().Msg("load")
	entry := lg.G(ctx)
	entry.Info("load")
	return os.ReadFile(name)
}

// The line begins with the package, and not with the logger of the context.
func serve(w http.ResponseWriter, r *http.Request) {
	data, err := load(r.Context(), r.FormValue("name"))
	if err != nil {
		log.Error().Err(err).Msg("failed to load") // want `nocontext`
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Write(data)
}

// The line is one of the logger for those who have no context.
func remove(w http.ResponseWriter, r *http.Request) {
	if err := os.Remove(r.FormValue("name")); err != nil {
		lg.L.WithError(err).Error("failed to remove") // want `nocontext`
		w.WriteHeader(http.StatusInternalServerError)
	}
}
