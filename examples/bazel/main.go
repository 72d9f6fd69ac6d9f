// Command notes is a small service that is built with Bazel. One failure in it would leave nobody the wiser.
package main

import (
	"io"
	"log"
	"net/http"

	"example.com/notes/store"
)

// save is in order: what store.Save returns, it has logged.
func save(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "the text did not arrive", http.StatusBadRequest)
		return
	}
	if err := store.Save(r.PathValue("name"), text); err != nil {
		http.Error(w, "the note cannot be saved", http.StatusInternalServerError)
	}
}

// move is not: nobody has logged what store.Move returns.
func move(w http.ResponseWriter, r *http.Request) {
	if err := store.Move(r.PathValue("name"), r.FormValue("to")); err != nil {
		http.Error(w, "the note cannot be moved", http.StatusInternalServerError)
	}
}

func main() {
	http.HandleFunc("PUT /notes/{name}", save)
	http.HandleFunc("POST /notes/{name}", move)
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
