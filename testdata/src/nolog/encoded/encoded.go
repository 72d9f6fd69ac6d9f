// Package encoded holds answers that cannot be encoded: what was asked for is there, and
// the client is told of a failure that nobody can find.
package encoded

import (
	"encoding/json"
	"log/slog"
	"net/http"
)

type State struct {
	Kind    string
	Payload any
}

type Count struct {
	Name  string
	Total int
}

// show (bad): nothing says why.
func show(w http.ResponseWriter, r *http.Request) {
	b, err := json.Marshal(State{Kind: "state", Payload: r.Header})
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from json\.Marshal is answered with status 500, but nothing logs it \(answered\)`
		return
	}
	w.Write(b)
}

// shown (good): the line does.
func shown(w http.ResponseWriter, r *http.Request) {
	b, err := json.Marshal(State{Kind: "state", Payload: r.Header})
	if err != nil {
		slog.ErrorContext(r.Context(), "cannot encode", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// count (good): this can always be encoded.
func count(w http.ResponseWriter, r *http.Request) {
	b, err := json.Marshal(Count{Name: r.URL.Path, Total: 1})
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}
