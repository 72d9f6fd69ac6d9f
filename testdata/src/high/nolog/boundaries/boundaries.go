// Package boundaries has what is shown by default of errors that can travel no
// further: where the client is told, or the program ends, that is the second
// reason which an error from a file needs.
package boundaries

import (
	"net/http"
	"os"
)

// show is bad: the client knows, the operator does not.
func show(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("pages/index")
	if err != nil {
		http.Error(w, "no page", http.StatusInternalServerError) // want `error from os\.ReadFile is answered with status 500, but nothing logs it \(answered\)`
		return
	}
	w.Write(data)
}

// watch is bad: the goroutine is gone, and nobody knows why.
func watch(path string, changed chan<- []byte) {
	go func() {
		for {
			data, err := os.ReadFile(path)
			if err != nil { // want `error from os\.ReadFile ends the goroutine, but nothing logs it.*\(goroutine\)`
				return
			}
			changed <- data
		}
	}()
}

// entries is not shown by default: a comparison cannot fail, and what it
// compares is merely not there any more.
func entries(all []os.DirEntry) func(i, j int) bool {
	return func(i, j int) bool {
		a, err := all[i].Info()
		if err != nil {
			return false
		}
		b, err := all[j].Info()
		return err == nil && a.ModTime().Before(b.ModTime())
	}
}
