package main

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
)

func (s *server) listProducts(w http.ResponseWriter, r *http.Request) {
	products, err := s.store.Products(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	slog.InfoContext(r.Context(), "catalogue listed", "products", len(products))
	writeJSON(w, http.StatusOK, products)
}

func (s *server) searchProducts(w http.ResponseWriter, r *http.Request) {
	limit := 20
	if text := r.URL.Query().Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			http.Error(w, "limit must be a positive number", http.StatusBadRequest)
			return
		}
		limit = n
	}
	products, err := s.store.Products(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	word := strings.ToLower(r.URL.Query().Get("q"))
	hits := []Product{}
	for _, p := range products {
		if len(hits) < limit && strings.Contains(strings.ToLower(p.Name), word) {
			hits = append(hits, p)
		}
	}
	slog.Info("catalogue searched", "word", word, "hits", len(hits))
	writeJSON(w, http.StatusOK, hits)
}

func (s *server) showProduct(w http.ResponseWriter, r *http.Request) {
	p, err := s.store.Product(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "no such product", http.StatusNotFound)
		return
	}
	writeJSON(w, http.StatusOK, p)
}

func (s *server) showStock(w http.ResponseWriter, r *http.Request) {
	p, err := s.store.Product(r.Context(), r.PathValue("id"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string]int{"stock": p.Stock})
}

func (s *server) putProduct(w http.ResponseWriter, r *http.Request) {
	var p Product
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&p); err != nil {
		http.Error(w, "malformed product: "+err.Error(), http.StatusBadRequest)
		return
	}
	p.ID = r.PathValue("id")
	if err := s.store.SaveProduct(r.Context(), p); err != nil {
		s.fail(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
