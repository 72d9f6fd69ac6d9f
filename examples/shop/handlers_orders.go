package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"log"
	"log/slog"
	"net/http"
	"strconv"
	"time"
)

type orderRequest struct {
	Customer string `json:"customer"`
	Lines    []Line `json:"lines"`
}

func (s *server) createOrder(w http.ResponseWriter, r *http.Request) {
	var req orderRequest
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&req); err != nil {
		http.Error(w, "malformed order: "+err.Error(), http.StatusBadRequest)
		return
	}
	o := Order{Customer: req.Customer, State: stateOpen, Created: time.Now().UTC()}
	for _, line := range req.Lines {
		p, err := s.store.Product(r.Context(), line.Product)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		if line.Count < 1 || p.Stock < line.Count {
			http.Error(w, "not in stock: "+p.Name, http.StatusConflict)
			return
		}
		o.Lines = append(o.Lines, line)
		o.Total += p.Price * int64(line.Count)
	}
	var err error
	if o.ID, err = s.store.NextOrderID(r.Context()); err != nil {
		s.fail(w, r, err)
		return
	}
	if err := s.store.SaveOrder(r.Context(), o); err != nil {
		http.Error(w, "the order was not saved", http.StatusInternalServerError)
		return
	}
	s.jobs.releaseLater(r.Context(), o)
	s.jobs.remindLater(r.Context(), o)
	slog.InfoContext(r.Context(), "order created", "order", o.ID, "total", o.Total)
	writeJSON(w, http.StatusCreated, o)
}

func (s *server) showOrder(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Order(r.Context(), r.PathValue("id"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, o)
}

func (s *server) payOrder(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Order(r.Context(), r.PathValue("id"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	receipt, err := s.payments.charge(r.Context(), o)
	if errors.Is(err, errDeclined) {
		http.Error(w, "the payment was declined", http.StatusPaymentRequired)
		return
	}
	if err != nil {
		slog.ErrorContext(context.Background(), "charge", "order", o.ID, "err", err)
		http.Error(w, "the payment was not made", http.StatusBadGateway)
		return
	}
	o.State, o.Receipt = statePaid, receipt.ID
	if err := s.store.SaveOrder(r.Context(), o); err != nil {
		s.fail(w, r, err)
		return
	}
	slog.InfoContext(r.Context(), "order paid", "order", o.ID, "receipt", o.Receipt)
	s.jobs.enqueue(o)
	writeJSON(w, http.StatusOK, receipt)
}

func (s *server) exportOrders(w http.ResponseWriter, r *http.Request) {
	orders, err := s.store.Orders(r.Context(), r.URL.Query().Get("customer"))
	if err != nil {
		log.Printf("export of orders: %v", err)
		http.Error(w, "export failed", http.StatusInternalServerError)
		return
	}
	rows := [][]string{{"id", "customer", "state", "total"}}
	for _, o := range orders {
		rows = append(rows, []string{o.ID, o.Customer, o.State, strconv.FormatInt(o.Total, 10)})
	}
	w.Header().Set("Content-Type", "text/csv")
	if err := csv.NewWriter(w).WriteAll(rows); err != nil {
		log.Printf("%s: export of orders broke off: %v", r.RemoteAddr, err)
	}
}
