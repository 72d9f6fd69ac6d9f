// Package across answers through the helpers of another package, for errors
// of a third.
package across

import (
	"net/http"
	"strconv"

	"nolog/across/store"
	"nolog/across/web"
)

// good here: web.Fail loses it, and is reported itself.
func fail(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Load(r.Context(), "a"); err != nil {
		web.Fail(w, err)
	}
}

// good: web.FailLogged logs.
func failLogged(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Load(r.Context(), "a"); err != nil {
		web.FailLogged(w, err)
	}
}

// good here: web.FailByKind loses it, and is reported itself.
func failByKind(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Load(r.Context(), "a"); err != nil {
		web.FailByKind(w, err)
	}
}

// good: web.FailByKindLogged logs what it does not know.
func failByKindLogged(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Load(r.Context(), "a"); err != nil {
		web.FailByKindLogged(w, err)
	}
}

// bad: the client did nothing wrong, and is all that learns of it.
func badRequest(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Load(r.Context(), "a"); err != nil {
		web.BadRequest(w, err) // want `error from store\.Load is answered with status 400 by web\.BadRequest, but nothing logs it; it may come from os\.ReadFile \(answered\)`
	}
}

// good: this is what the helper is for.
func badNumber(w http.ResponseWriter, r *http.Request) {
	if _, err := strconv.Atoi(r.FormValue("n")); err != nil {
		web.BadRequest(w, err)
	}
}

// bad: with this status, the server has failed.
func reply(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Load(r.Context(), "a"); err != nil {
		web.Reply(w, http.StatusInternalServerError, err) // want `error from store\.Load is answered with status 500 by web\.Reply, but nothing logs it; it may come from os\.ReadFile \(answered\)`
	}
}

// good: with this one, the client.
func replyNumber(w http.ResponseWriter, r *http.Request) {
	if _, err := strconv.Atoi(r.FormValue("n")); err != nil {
		web.Reply(w, http.StatusBadRequest, err)
	}
}

// good: the callee has logged what it returns.
func replyLogged(w http.ResponseWriter, r *http.Request) {
	if _, err := store.LoadLogged(r.Context(), "a"); err != nil {
		web.Reply(w, http.StatusInternalServerError, err)
	}
}

// bad: the helper is handed a text only.
func text(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Load(r.Context(), "a"); err != nil {
		web.Text(w, "cannot load a") // want `error from store\.Load is answered with status 500 by web\.Text, but nothing logs it; it may come from os\.ReadFile \(answered\)`
	}
}
