// Package leading writes lines that are given a context as their first value.
package leading

import (
	"net/http"

	"missingctx/carried/leading/notes"
)

// handler puts together what is served.
func handler() http.Handler { return notes.Requests(http.HandlerFunc(show)) }

// show (bad): the line could have the request's path.
func show(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		notes.Error("parse form", err) // want `with r\.Context\(\) as its first argument it would; notes\.Requests puts a logger with path into it \(nocontext\)`
	}
}

// list (good): it has it.
func list(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		notes.Error(r.Context(), "parse form", err)
	}
}
