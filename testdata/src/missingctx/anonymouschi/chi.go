// Package anonymouschi holds handlers behind chi's router whose logger takes no
// context.
package anonymouschi

import (
	"context"
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
)

type Store interface {
	Remove(ctx context.Context, id string) error
}

type API struct{ store Store }

// remove (bad): the line could be of any request.
func (a *API) remove(w http.ResponseWriter, r *http.Request) {
	if err := a.store.Remove(r.Context(), chi.URLParam(r, "id")); err != nil {
		log.Printf("cannot remove note: %v", err) // want `log\.Printf says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// removeNamed (good): it names what stood in the path.
func (a *API) removeNamed(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	if err := a.store.Remove(r.Context(), id); err != nil {
		log.Printf("cannot remove note %s: %v", id, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
