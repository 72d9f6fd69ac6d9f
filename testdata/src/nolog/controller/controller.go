// Package controller holds handlers that control their response with what
// net/http has for that.
package controller

import (
	"io"
	"log/slog"
	"net/http"
	"os"
	"time"
)

type API struct{}

// upgrade (bad): the client is told that something failed, and nobody else.
func (a *API) upgrade(w http.ResponseWriter, r *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from \(\*http\.ResponseController\)\.Hijack is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	go a.serve(conn)
}

// upgradeLogged (good): a line is written.
func (a *API) upgradeLogged(w http.ResponseWriter, r *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		slog.ErrorContext(r.Context(), "hijack", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	go a.serve(conn)
}

// download (bad): ServeContent answers for what it cannot read; that the file
// cannot be opened is told to the client alone.
func (a *API) download(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open("feed.xml")
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from os\.Open is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	defer f.Close()
	http.ServeContent(w, r, "feed.xml", time.Time{}, f)
}

// downloadDefault (good): another file is served in its place, with a line.
func (a *API) downloadDefault(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open("feed.xml")
	if err != nil {
		slog.WarnContext(r.Context(), "no feed yet", "err", err)
		http.ServeFile(w, r, "empty.xml")
		return
	}
	defer f.Close()
	http.ServeContent(w, r, "feed.xml", time.Time{}, f)
}

func (a *API) serve(conn io.Closer) {}
