// Package tries tries one thing after another: a line a round would say little.
package tries

import (
	"log/slog"
	"os"
	"time"
)

type source struct{ path string }

func (s *source) read() (string, error) {
	data, err := os.ReadFile(s.path)
	return string(data), err
}

// The loop is left as soon as one does not fail.
func first(sources []source) (text string, found bool) {
	for _, s := range sources {
		read, err := s.read()
		if err == nil { // want `dropped`
			text, found = read, true
			break
		}
	}
	slog.Info("read", "found", found)
	return text, found
}

// It is left at its end.
func any(sources []source) *source {
	for _, s := range sources {
		_, err := s.read()
		if err != nil { // want `dropped`
			continue
		}
		return &s
	}
	return nil
}

// It waits, and tries again.
func wait(s *source) {
	for {
		if _, err := s.read(); err == nil { // want `dropped`
			slog.Info("resumed")
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}
