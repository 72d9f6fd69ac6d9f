// Package controller holds handlers that control their response with what
// net/http has for that.
package controller

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

type Feed interface {
	Next(ctx context.Context) ([]byte, error)
}

type API struct{ feed Feed }

// stream (bad): the feed breaks off, and the client is all who notices. What
// the controller is asked for may not be supported, and is not needed.
func (a *API) stream(w http.ResponseWriter, r *http.Request) {
	rc := http.NewResponseController(w)
	rc.SetWriteDeadline(time.Time{})
	for {
		item, err := a.feed.Next(r.Context())
		if err != nil { // want `error from Feed\.Next is dropped: .*\(dropped\)`
			return
		}
		w.Write(item)
		rc.Flush()
	}
}

// streamLogged (good): a line is written.
// By default nothing is said of it.
func (a *API) streamLogged(w http.ResponseWriter, r *http.Request) {
	rc := http.NewResponseController(w)
	for {
		item, err := a.feed.Next(r.Context())
		if err != nil {
			slog.ErrorContext(r.Context(), "read feed", "err", err)
			return
		}
		w.Write(item)
		if err := rc.Flush(); err != nil { // want `error from \(\*http\.ResponseController\)\.Flush .*\(dropped\)`
			return
		}
	}
}
