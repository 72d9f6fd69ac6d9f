package a

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
)

// ServerError answers with a constant status.
func ServerError(w http.ResponseWriter) { // want ServerError:`^answers 500$`
	http.Error(w, "internal error", http.StatusInternalServerError)
}

// ServerErrorText shows the client the text it is given.
func ServerErrorText(w http.ResponseWriter, text string) { // want ServerErrorText:`^param 1: answered\|dropped; answers 500$`
	http.Error(w, text, http.StatusInternalServerError)
}

// Status answers with a parameter.
func Status(w http.ResponseWriter, status int, msg string) { // want Status:`^param 2: answered\|dropped; answers with param 1$`
	w.WriteHeader(status)
	fmt.Fprintln(w, msg)
}

// JSON answers with a parameter, and with a body that an encoder writes.
func JSON(w http.ResponseWriter, status int, body any) { // want JSON:`^param 2: answered\|dropped; answers with param 1$`
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

// Fallible logs before it answers, whether there is an error or not.
func Fallible(w http.ResponseWriter, r *http.Request, err error) { // want Fallible:`^param 2: logged\|answered; answers 500$`
	log.Printf("%s: %v", r.URL.Path, err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}

// Computed answers with a status that the code works out.
func Computed(w http.ResponseWriter, err error) { // want Computed:`^param 1: classified\|answered\|dropped; answers -1$`
	status := http.StatusInternalServerError
	if errors.Is(err, ErrNotFound) {
		status = http.StatusNotFound
	}
	http.Error(w, http.StatusText(status), status)
}

// OK answers with success: that is not what an error is answered with.
func OK(w http.ResponseWriter) {
	w.WriteHeader(http.StatusOK)
}

// Missing answers through ServerError's neighbour in the library.
func Missing(w http.ResponseWriter, r *http.Request) { // want Missing:`^answers 404$`
	http.NotFound(w, r)
}

// Handled answers for the error it is given, through Status.
func Handled(w http.ResponseWriter, err error) { // want Handled:`^param 1: answered\|dropped; answers 503$`
	Status(w, http.StatusServiceUnavailable, err.Error())
}
