// Package waiting tells those that wait for something what has become of it.
package waiting

import (
	"errors"
	"os"
)

// Fetch sends the error to all that wait (good).
func Fetch(name string, waiting []chan error) {
	go func() {
		_, err := os.ReadFile(name)
		if err != nil {
			for _, w := range waiting {
				w <- err
				close(w)
			}
		}
	}()
}

// FetchCalls hands it to all that asked (good).
func FetchCalls(name string, told []func(error)) {
	go func() {
		if _, err := os.ReadFile(name); err != nil {
			for _, tell := range told {
				tell(err)
			}
		}
	}()
}

var errFailed = errors.New("failed")

// FetchOther sends them another error, which says nothing.
func FetchOther(name string, waiting []chan error) {
	go func() {
		_, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile ends the goroutine, but nothing logs it \(goroutine\)$`
			for _, w := range waiting {
				w <- errFailed
			}
		}
	}()
}

// FetchSome asks each whether it is of their kind, and tells nobody.
func FetchSome(name string, kinds []error) {
	go func() {
		_, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile ends the goroutine, but nothing logs it \(goroutine\)$`
			for _, kind := range kinds {
				if errors.Is(err, kind) {
					return
				}
			}
		}
	}()
}
