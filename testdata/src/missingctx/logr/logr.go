// Package logr holds handlers that write with logr and klog, whose loggers are
// had from the context.
package logr

import (
	"context"
	"net/http"

	"github.com/go-logr/logr"
	"k8s.io/klog/v2"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct {
	store  Store
	logger logr.Logger
}

// show (bad): the line could be any request's.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.Error(err, "load note") // want `does not carry the request's context: the logger of .* would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showContext (good): the logger is the request's.
func (a *API) showContext(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		logr.FromContextOrDiscard(r.Context()).Error(err, "load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showKlog (bad): klog's lines are no request's, its loggers can be.
func (a *API) showKlog(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		klog.ErrorS(err, "load note", "component", "notes") // want `klog\.ErrorS does not carry the request's context: the logger of klog\.FromContext\(r\.Context\(\)\) would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showKlogContext (good): klog's logger of the request.
func (a *API) showKlogContext(w http.ResponseWriter, r *http.Request) {
	logger := klog.FromContext(r.Context())
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		logger.Error(err, "load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showValues (good): a value is the request's.
func (a *API) showValues(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.WithValues("id", r.PathValue("id")).Error(err, "load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showName (bad): a name is the same for every request.
func (a *API) showName(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		a.logger.WithName("notes").Error(err, "load note") // want `does not carry the request's context: the logger of .* would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}
