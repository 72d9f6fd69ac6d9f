// Package shapes writes to a logger that only its shape shows to be one.
package shapes

import (
	"context"
	"os"
)

// Logger is what lines can be written with.
type Logger interface {
	Warnf(format string, args ...any)
	Errorf(format string, args ...any)
}

const badMark = "Bad mark %q"

// Session is a session.
type Session struct{ ID string }

// Sessions has what is under a key.
type Sessions interface {
	Get(ctx context.Context, key string) (*Session, error)
}

type server struct {
	logger   Logger
	sessions Sessions
}

// A line as this package writes it.
func (s *server) start(dir string) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		s.logger.Warnf("Could not create directory: %v", err)
	}
}

// The error is added to the line that is there.
func (s *server) read(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil { // want `dropped`
		s.logger.Warnf("Bad request for %s", name)
		return nil
	}
	return data
}

// The format of the line has a name.
func (s *server) mark(name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil { // want `dropped`
		s.logger.Warnf(badMark, name)
		return nil
	}
	return data
}

// The line is about what is got, not about the key that it is got by.
func (s *server) known(ctx context.Context, client string) bool {
	session, err := s.sessions.Get(ctx, client)
	if err != nil { // want `dropped`
		return false
	}
	return session.ID == client
}
