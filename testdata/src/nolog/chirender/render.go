// Package chirender holds handlers that answer through go-chi/render.
package chirender

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"github.com/go-chi/render"
)

var errNoTree = errors.New("no such tree")

type Tree struct{ Name string }

type Store interface {
	Load(ctx context.Context, name string) (Tree, error)
	Save(ctx context.Context, t Tree) error
}

type API struct{ store Store }

// show (bad): the status is set for the answer that follows.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	t, err := a.store.Load(r.Context(), r.PathValue("name"))
	if err != nil {
		render.Status(r, http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		render.JSON(w, r, render.M{"error": "internal error"})
		return
	}
	render.JSON(w, r, t)
}

// showLogged (good): a line is written.
func (a *API) showLogged(w http.ResponseWriter, r *http.Request) {
	t, err := a.store.Load(r.Context(), r.PathValue("name"))
	if err != nil {
		slog.ErrorContext(r.Context(), "load tree", "err", err)
		render.Status(r, http.StatusInternalServerError)
		render.JSON(w, r, render.M{"error": "internal error"})
		return
	}
	render.JSON(w, r, t)
}

// showText (bad): its text goes to the client alone.
func (a *API) showText(w http.ResponseWriter, r *http.Request) {
	t, err := a.store.Load(r.Context(), r.PathValue("name"))
	if err != nil {
		render.PlainText(w, r, err.Error()) // want `error from Store\.Load is answered with .*, but nothing logs it.*\(answered\)`
		return
	}
	render.JSON(w, r, t)
}

// lookup (bad): trouble of the store is told as a tree that is not there.
func (a *API) lookup(w http.ResponseWriter, r *http.Request) {
	t, err := a.store.Load(r.Context(), r.PathValue("name"))
	if err != nil {
		render.Status(r, http.StatusNotFound) // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
		render.PlainText(w, r, "no such tree")
		return
	}
	render.JSON(w, r, t)
}

// lookupGuarded (good): only a tree that is not there is a 404.
func (a *API) lookupGuarded(w http.ResponseWriter, r *http.Request) {
	t, err := a.store.Load(r.Context(), r.PathValue("name"))
	if errors.Is(err, errNoTree) {
		render.Status(r, http.StatusNotFound)
		render.PlainText(w, r, "no such tree")
		return
	}
	if err != nil {
		slog.ErrorContext(r.Context(), "load tree", "err", err)
		render.Status(r, http.StatusInternalServerError)
		render.PlainText(w, r, "internal error")
		return
	}
	render.JSON(w, r, t)
}

// create (good): a body that is no tree is the client's own error.
func (a *API) create(w http.ResponseWriter, r *http.Request) {
	var t Tree
	if err := render.DecodeJSON(r.Body, &t); err != nil {
		render.Status(r, http.StatusBadRequest)
		render.PlainText(w, r, "invalid tree")
		return
	}
	render.NoContent(w, r)
}

// fail answers with an error and logs nothing.
func fail(w http.ResponseWriter, r *http.Request, status int, msg string) {
	render.Status(r, status)
	render.JSON(w, r, render.M{"error": msg})
}

// save (bad): the helper answers.
func (a *API) save(w http.ResponseWriter, r *http.Request) {
	if err := a.store.Save(r.Context(), Tree{Name: r.PathValue("name")}); err != nil {
		fail(w, r, http.StatusInternalServerError, "tree was not saved") // want `error from Store\.Save is answered with .*by fail, but nothing logs it.*\(answered\)`
		return
	}
	render.NoContent(w, r)
}

// saveLogged (good): the helper answers, the handler logs.
func (a *API) saveLogged(w http.ResponseWriter, r *http.Request) {
	if err := a.store.Save(r.Context(), Tree{Name: r.PathValue("name")}); err != nil {
		slog.ErrorContext(r.Context(), "save tree", "err", err)
		fail(w, r, http.StatusInternalServerError, "tree was not saved")
		return
	}
	render.NoContent(w, r)
}
