// Package body holds handlers that read the request's own body: what fails
// there is the client's error, or its connection.
package body

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

// Plan is what a customer pays for.
type Plan struct{ Name string }

// API serves the plans.
type API struct{}

// createRead (good): in two steps, the second on the bytes of the first.
func (a *API) createRead(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "cannot read the body", http.StatusBadRequest)
		return
	}
	var p Plan
	if err := json.Unmarshal(body, &p); err != nil {
		http.Error(w, "bad plan", http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, p.Name)
}

// createLimited (good): limited, it is still the request's own body.
func (a *API) createLimited(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	w.Write(body)
}

// createBuffered (good): read by a buffer.
func (a *API) createBuffered(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(r.Body); err != nil {
		http.Error(w, "cannot read the body", http.StatusBadRequest)
		return
	}
	w.Write(buf.Bytes())
}

// createLine (good): read by a buffered reader.
func (a *API) createLine(w http.ResponseWriter, r *http.Request) {
	line, err := bufio.NewReader(r.Body).ReadString('\n')
	if err != nil {
		http.Error(w, "no line", http.StatusBadRequest)
		return
	}
	fmt.Fprint(w, line)
}

// upload (good): the file of the request's own form.
func (a *API) upload(w http.ResponseWriter, r *http.Request) {
	f, _, err := r.FormFile("plan")
	if err != nil {
		http.Error(w, "no plan", http.StatusBadRequest)
		return
	}
	data, err := io.ReadAll(f)
	if err != nil {
		http.Error(w, "cannot read the plan", http.StatusBadRequest)
		return
	}
	w.Write(data)
}

// stored (bad): the file is the server's own.
func (a *API) stored(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open("plans")
	if err != nil {
		http.Error(w, "no plan", http.StatusBadRequest) // want `error from os\.Open is answered with status 400, but nothing logs it \(answered\)`
		return
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		http.Error(w, "cannot read the plan", http.StatusBadRequest) // want `error from io\.ReadAll is answered with status 400, but nothing logs it \(answered\)`
		return
	}
	w.Write(data)
}

// unpack (good): each round reads what the one before has read.
func (a *API) unpack(w http.ResponseWriter, r *http.Request) {
	rd := io.Reader(r.Body)
	for range 3 {
		data, err := io.ReadAll(rd)
		if err != nil {
			http.Error(w, "cannot read", http.StatusBadRequest)
			return
		}
		rd = bytes.NewReader(data)
	}
}
