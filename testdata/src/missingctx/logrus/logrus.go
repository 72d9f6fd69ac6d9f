// Package logrus holds handlers that write with logrus, whose entries are
// bound by WithContext or by a field.
package logrus

import (
	"context"
	"net/http"

	"github.com/sirupsen/logrus"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct {
	store  Store
	logger *logrus.Logger
}

// show (bad): the line could be any request's.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.WithError(err).Error("load note") // want `does not carry the request's context: the logger of .* would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showContext (good): the entry has the request's context.
func (a *API) showContext(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.WithContext(r.Context()).WithError(err).Error("load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showField (good): a field is the request's.
func (a *API) showField(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		logrus.WithField("id", r.PathValue("id")).WithError(err).Error("load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showComponent (bad): the field is the same for every request.
func (a *API) showComponent(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		logrus.WithField("component", "notes").WithError(err).Warn("load note") // want `does not carry the request's context: the logger of .* would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}
