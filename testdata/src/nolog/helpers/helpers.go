// Package helpers holds handlers that answer through helpers of their own
// package. Whether a handler is bad depends on what its helper does.
package helpers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
)

var errNoAccount = errors.New("no such account")

type Account struct {
	ID      string
	Balance int64
}

type Accounts interface {
	Load(ctx context.Context, id string) (Account, error)
	Save(ctx context.Context, a Account) error
	Freeze(ctx context.Context, id string) error
}

type API struct {
	accounts Accounts
	logger   *slog.Logger
}

type problem struct {
	Error string `json:"error"`
}

// fail (good): logs the error and answers.
func fail(w http.ResponseWriter, r *http.Request, err error) {
	slog.ErrorContext(r.Context(), "request failed", "path", r.URL.Path, "err", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}

// failText (good): knows no error, it only answers.
func failText(w http.ResponseWriter, msg string, code int) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(code)
	fmt.Fprintln(w, msg)
}

// failLogged (good): writes the text it is given to the log, too.
func failLogged(w http.ResponseWriter, msg string, code int) {
	log.Printf("answered %d: %s", code, msg)
	http.Error(w, msg, code)
}

// respond (good): writes any value with any status.
func (a *API) respond(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(v)
}

// writeProblem (good): the lower level of serverError and internal.
func writeProblem(w http.ResponseWriter, code int, text string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(problem{Error: text})
}

// serverError (good): the upper level, it is never handed the error.
func serverError(w http.ResponseWriter) {
	writeProblem(w, http.StatusInternalServerError, "internal error")
}

// note (good): the line of every failed request.
func (a *API) note(r *http.Request, err error) {
	a.logger.ErrorContext(r.Context(), "request failed", "method", r.Method, "path", r.URL.Path, "err", err)
}

// internal (good): two levels, the error goes down to note.
func (a *API) internal(w http.ResponseWriter, r *http.Request, err error) {
	a.note(r, err)
	writeProblem(w, http.StatusInternalServerError, "internal error")
}

// render (bad): is handed the error and keeps it from the operator.
func render(w http.ResponseWriter, err error) {
	http.Error(w, "request failed: "+err.Error(), http.StatusInternalServerError) // want `is answered with status 500.*, but nothing logs it.*\(answered\)`
}

// renderLogged (good): the same reply, with a line.
func renderLogged(w http.ResponseWriter, err error) {
	log.Print("request failed: ", err)
	http.Error(w, "request failed: "+err.Error(), http.StatusInternalServerError)
}

// reply (good): a missing account is the client's, all else has a line.
func reply(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, errNoAccount) {
		http.Error(w, "no such account", http.StatusNotFound)
		return
	}
	slog.ErrorContext(r.Context(), "account", "err", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}
