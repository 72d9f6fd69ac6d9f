// Package owndata holds handlers in which something of the server's own does
// not decode, and the client is told that the request was bad.
package owndata

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"net/http"
	"os"
)

// Plan is what a customer pays for.
type Plan struct{ Name string }

// Blobs keeps bytes.
type Blobs interface {
	Get(ctx context.Context, key string) ([]byte, error)
}

// API serves the plans.
type API struct {
	blobs  Blobs
	client *http.Client
}

// stored (bad): a blob that was written years ago is no bad request of today.
func (a *API) stored(w http.ResponseWriter, r *http.Request) {
	blob, err := a.blobs.Get(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "blob", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	var p Plan
	if err := json.NewDecoder(bytes.NewReader(blob)).Decode(&p); err != nil {
		http.Error(w, "bad plan", http.StatusBadRequest) // want `error from \(\*json\.Decoder\)\.Decode is answered with status 400, but nothing logs it \(answered\)`
		return
	}
	fmt.Fprintln(w, p.Name)
}

// tax (bad): the reply of the tax office does not parse, says a 422 to who asked for a plan.
func (a *API) tax(w http.ResponseWriter, r *http.Request) {
	resp, err := a.client.Get("http://tax.internal/rates.xml")
	if err != nil {
		slog.ErrorContext(r.Context(), "tax office", "err", err)
		http.Error(w, "bad gateway", http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	var rates struct{ Rate []int }
	if err := xml.NewDecoder(resp.Body).Decode(&rates); err != nil {
		w.WriteHeader(http.StatusUnprocessableEntity) // want `error from \(\*xml\.Decoder\)\.Decode is answered with status 422, but nothing logs it \(answered\)`
		return
	}
	fmt.Fprintln(w, rates.Rate)
}

// prices (bad): neither of the two is the client's doing.
func (a *API) prices(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("prices.json")
	if err != nil {
		http.Error(w, "no such plan", http.StatusNotFound) // want `error from os\.ReadFile is answered with status 404, but nothing logs it \(answered\)`
		return
	}
	var prices map[string]int
	if err := json.Unmarshal(data, &prices); err != nil {
		http.Error(w, "no such plan", http.StatusNotFound) // want `error from json\.Unmarshal is answered with status 404, but nothing logs it \(answered\)`
		return
	}
	fmt.Fprintln(w, prices[r.PathValue("id")])
}

// create (good): the request's own body.
func (a *API) create(w http.ResponseWriter, r *http.Request) {
	var p Plan
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		http.Error(w, "bad plan", http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, p.Name)
}
