// Package zerolog holds handlers that write with zerolog, whose context is
// bound by Ctx, by With, or by a field.
package zerolog

import (
	"context"
	"net/http"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct {
	store  Store
	logger zerolog.Logger
}

// show (bad): the line could be any request's.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		log.Error().Err(err).Msg("load note") // want `does not carry the request's context: the logger of .* would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showCtx (good): the logger is the request's.
func (a *API) showCtx(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		log.Ctx(r.Context()).Error().Err(err).Msg("load note")
		zerolog.Ctx(r.Context()).Warn().Msg("note lost")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showEventCtx (good): the event is given the context.
func (a *API) showEventCtx(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		log.Error().Ctx(r.Context()).Err(err).Msg("load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showField (good): a field is the request's.
func (a *API) showField(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.Error().Err(err).Str("id", r.PathValue("id")).Msg("load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showComponent (bad): a field is there, and is the same for every request.
func (a *API) showComponent(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.Error().Err(err).Str("component", "notes").Msg("load note") // want `does not carry the request's context: the logger of .* would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showWith (good): a logger bound to the request.
func (a *API) showWith(w http.ResponseWriter, r *http.Request) {
	logger := a.logger.With().Str("path", r.URL.Path).Logger()
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		logger.Error().Err(err).Msg("load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showWithComponent (bad): a logger bound to the component.
func (a *API) showWithComponent(w http.ResponseWriter, r *http.Request) {
	logger := log.With().Str("component", "notes").Logger()
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		logger.Error().Err(err).Send() // want `does not carry the request's context: the logger of .* would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}
