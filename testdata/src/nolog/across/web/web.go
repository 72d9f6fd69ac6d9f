// Package web answers clients for the package that imports it.
package web

import (
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
)

// Fail answers every error in the same way, and loses it: whoever calls it,
// the fix belongs here.
func Fail(w http.ResponseWriter, err error) {
	http.Error(w, "internal error", http.StatusInternalServerError) // want `error err handed to Fail is answered with status 500, but nothing logs it \(answered\)`
}

// FailLogged logs what it answers for.
func FailLogged(w http.ResponseWriter, err error) {
	slog.Error("request failed", "err", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}

// FailByKind loses what it does not know.
func FailByKind(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	if errors.Is(err, fs.ErrNotExist) {
		status = http.StatusNotFound
	}
	http.Error(w, http.StatusText(status), status) // want `error err handed to FailByKind is answered with status 500, but nothing logs it \(answered\)`
}

// FailByKindLogged logs what it does not know.
func FailByKindLogged(w http.ResponseWriter, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		http.NotFound(w, nil)
		return
	}
	slog.Error("request failed", "err", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}

// BadRequest is for what the client got wrong, and says what it is.
func BadRequest(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), http.StatusBadRequest)
}

// Reply answers with the status that its caller chooses: the caller knows
// what it is for.
func Reply(w http.ResponseWriter, status int, err error) {
	http.Error(w, http.StatusText(status), status)
}

// Text answers with a text, and is handed no error.
func Text(w http.ResponseWriter, text string) {
	http.Error(w, text, http.StatusInternalServerError)
}

// Respond is handed errors by this package itself, too.
func Respond(w http.ResponseWriter, status int, err error) {
	http.Error(w, http.StatusText(status), status) // want `error err handed to Respond is answered with an error status, but nothing logs it; at line 66 it is handed the error from \(\*http\.Client\)\.Do \(answered\)`
}

func proxy(w http.ResponseWriter, c *http.Client, r *http.Request) {
	resp, err := c.Do(r)
	if err != nil {
		Respond(w, http.StatusBadGateway, err)
		return
	}
	defer resp.Body.Close()
}
