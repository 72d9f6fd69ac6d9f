package helpers

import (
	"fmt"
	"log/slog"
	"net/http"
	"os"
)

type errorHandler func(w http.ResponseWriter, r *http.Request) error

// ServeHTTP (good): the one place that logs and answers for all handlers.
func (h errorHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		slog.ErrorContext(r.Context(), "handler", "path", r.URL.Path, "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// adapt (bad): the adapter answers for all handlers and logs for none.
func adapt(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError) // want `error from h is answered with status 500.*, but nothing logs it.*\(answered\)`
		}
	}
}

// adaptLogged (good): the same adapter, through fail.
func adaptLogged(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			fail(w, r, err)
		}
	}
}

// terminate (good): returns the error to its adapter.
func (a *API) terminate(w http.ResponseWriter, r *http.Request) error {
	if err := a.accounts.Freeze(r.Context(), r.PathValue("id")); err != nil {
		return fmt.Errorf("close account: %w", err)
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// logo (good): returns the error as it is.
func (a *API) logo(w http.ResponseWriter, r *http.Request) error {
	b, err := os.ReadFile("/usr/share/bank/logo.svg")
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

// banner (good): a literal that returns the error to its adapter.
func (a *API) banner() http.Handler {
	return errorHandler(func(w http.ResponseWriter, r *http.Request) error {
		b, err := os.ReadFile("/usr/share/bank/banner.svg")
		if err != nil {
			return fmt.Errorf("banner: %w", err)
		}
		w.Write(b)
		return nil
	})
}

func (a *API) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("DELETE /accounts/{id}", errorHandler(a.terminate))
	mux.Handle("GET /logo.svg", adapt(a.logo))
	mux.Handle("GET /banner.svg", a.banner())
	mux.Handle("GET /small.svg", adaptLogged(a.logo))
	return mux
}
