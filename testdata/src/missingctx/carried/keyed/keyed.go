// Package keyed has handlers whose middleware, in another package, puts a logger into their
// contexts under a key of its own.
package keyed

import (
	"context"
	"net/http"

	"github.com/sirupsen/logrus"

	"missingctx/carried/keyed/logging"
)

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct {
	store Store
	log   *logging.Logger
}

// Handler puts together what is served.
func (a *API) Handler() http.Handler { return logging.Middleware(http.HandlerFunc(a.show)) }

// show (bad): the logger of the program, where the request has one.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), r.PathValue("id")); err != nil {
		a.log.Error("load note") // want `the logger of logging\.From\(r\.Context\(\)\) would; logging\.Middleware puts a logger with path and method into it \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// list (good): the request's.
func (a *API) list(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), ""); err != nil {
		logging.From(r.Context()).Error("list notes")
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// audited (good): the request's as well, as far as its line goes.
func (a *API) audited(w http.ResponseWriter, r *http.Request) {
	logging.From(r.Context()).With("id", r.PathValue("id")).Error("note is audited")
}

// other (good): of another library, of which nothing puts a logger into contexts.
func (a *API) other(w http.ResponseWriter, r *http.Request) {
	logrus.Info("noted")
}
