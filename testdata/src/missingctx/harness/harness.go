// Package harness helps tests: its lines are read with the test's own.
package harness

import (
	"context"
	"log/slog"
	"net/http"
	"testing"
)

// Begin (good): there is a context, and a test.
func (e *Env) Begin(ctx context.Context, t *testing.T) {
	slog.InfoContext(ctx, "environment", "test", t.Name())
	slog.Info("begun")
}

// An Env is what a test runs in.
type Env struct{ Dir string }

// serve (good): handles the requests of tests.
func (e *Env) serve(w http.ResponseWriter, r *http.Request) {
	slog.InfoContext(r.Context(), "asked", "path", r.URL.Path)
}
