package helper

import (
	"context"
	"log/slog"
	"net/http"
)

// note (good): it has no context to write with; its callers are told.
func jot(msg string) {
	slog.Info(msg)
}

// noteContext (good): it is given one.
func noteContext(ctx context.Context, msg string) {
	slog.InfoContext(ctx, msg)
}

// order (bad): the request's context ends at the call.
func order(w http.ResponseWriter, r *http.Request) {
	jot("order") // want `jot logs without the request's context, and takes none: r\.Context\(\) is in reach here \(helper\)`
}

// orderContext (good): the context goes along.
func orderContext(w http.ResponseWriter, r *http.Request) {
	noteContext(r.Context(), "order")
}

// nightly (good): there is no request.
func nightly() {
	jot("nightly")
}
