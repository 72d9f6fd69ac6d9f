// Package mux holds handlers behind a router of gorilla/mux, which are those of
// net/http.
package mux

import (
	"log"
	"net/http"

	"github.com/gorilla/mux"
)

func routes(r *mux.Router) {
	r.HandleFunc("/cars/{id}", show)
	r.HandleFunc("/cars/{id}/old", showAnonymous)
}

// show (good): a variable of the path is the request's.
func show(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	if id == "" {
		http.NotFound(w, r)
		return
	}
	if err := load(id); err != nil {
		log.Printf("load car %s: %v", id, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// showAnonymous (bad): the line could be any request's.
func showAnonymous(w http.ResponseWriter, r *http.Request) {
	if err := load(mux.Vars(r)["id"]); err != nil {
		log.Printf("load car: %v", err) // want `log\.Printf says nothing of the request it is written for.*\(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

func load(id string) error { return nil }
