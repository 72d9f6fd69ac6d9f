package main

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
)

type server struct {
	store    Store
	payments *paymentClient
	jobs     *worker
}

func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /products", s.listProducts)
	mux.HandleFunc("GET /products/search", s.searchProducts)
	mux.HandleFunc("GET /products/{id}", s.showProduct)
	mux.HandleFunc("GET /products/{id}/stock", s.showStock)
	mux.HandleFunc("PUT /products/{id}", s.putProduct)
	mux.HandleFunc("POST /orders", s.createOrder)
	mux.HandleFunc("GET /orders/{id}", s.showOrder)
	mux.HandleFunc("POST /orders/{id}/pay", s.payOrder)
	mux.HandleFunc("GET /orders.csv", s.exportOrders)
	return withRequestID(withRecovery(mux))
}

// fail answers for a handler that cannot go on. What is missing is the
// client's mistake, everything else is ours and goes to the log.
func (s *server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, errNotFound) {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	slog.ErrorContext(r.Context(), "request failed", "method", r.Method, "path", r.URL.Path, "err", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}
