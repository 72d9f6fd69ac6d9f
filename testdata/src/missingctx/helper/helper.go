package helper

import (
	"context"
	"log/slog"
	"net/http"

	"missingctx/helper/audit"
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
	jot("order") // want `jot logs by slog\.Info without the request's context, and takes none: r\.Context\(\) is in reach here \(helper\)`
}

// orders (good): jot is told of already.
func orders(w http.ResponseWriter, r *http.Request) {
	jot("orders")
}

// orderContext (good): the context goes along.
func orderContext(w http.ResponseWriter, r *http.Request) {
	noteContext(r.Context(), "order")
}

// count writes by way of jot.
func count(n int) int {
	if n < 0 {
		jot("less than nothing")
	}
	return n + 1
}

// countOrders (bad): the way to the line is longer. It is told once.
func countOrders(w http.ResponseWriter, r *http.Request) {
	n := count(1) // want `count logs by helper\.jot → slog\.Info without the request's context, and takes none: r\.Context\(\) is in reach here \(helper\)`
	n = count(n)
}

// countPages (bad): so is one through another package.
func countPages(w http.ResponseWriter, r *http.Request) {
	audit.Count(1) // want `audit\.Count logs by audit\.note → slog\.Warn without the request's context, and takes none: r\.Context\(\) is in reach here \(helper\)`
}

// countDebug (good): lines for developers need no request.
func countDebug(w http.ResponseWriter, r *http.Request) {
	audit.Trace(1)
}

// countBound (good): the value is made for the request, and its lines are bound to it.
func countBound(w http.ResponseWriter, r *http.Request) {
	a := audit.New(slog.With("path", r.URL.Path))
	a.Count(1)
}

// nightly (good): there is no request.
func nightly() {
	jot("nightly")
}
