// Package zap holds handlers that write with zap, which knows no contexts: a
// line is tied to its request by a field.
package zap

import (
	"context"
	"net/http"

	"go.uber.org/zap"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct {
	store  Store
	logger *zap.Logger
	sugar  *zap.SugaredLogger
}

// show (bad): the line could be any request's.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.Error("load note", zap.Error(err)) // want `Error says nothing of the request it is written for.*\(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showField (good): a field is the request's.
func (a *API) showField(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.Error("load note", zap.Error(err), zap.String("id", r.PathValue("id")))
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showSugar (bad): key-values, none of the request.
func (a *API) showSugar(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.sugar.Errorw("load note", "component", "notes", "error", err) // want `Errorw says nothing of the request it is written for.*\(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showSugarValue (good): a value is the request's.
func (a *API) showSugarValue(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.sugar.Errorw("load note", "path", r.URL.Path, "error", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showNamed (bad): a name is the same for every request.
func (a *API) showNamed(w http.ResponseWriter, r *http.Request) {
	logger := a.logger.Named("notes").With(zap.String("component", "notes"))
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		logger.Warn("load note", zap.Error(err)) // want `Warn says nothing of the request it is written for.*\(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showWith (good): a logger bound to the request.
func (a *API) showWith(w http.ResponseWriter, r *http.Request) {
	logger := a.logger.With(zap.String("remote", r.RemoteAddr))
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		logger.Warn("load note", zap.Error(err))
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}
