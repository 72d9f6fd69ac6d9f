// Package fields logs with a server, and with clients that belong to one.
package fields

import (
	"log"
	"os"
)

type server struct {
	dir    string
	system *client
}

func (s *server) Warnf(format string, v ...any)  { log.Printf("[WRN] "+format, v...) }
func (s *server) Errorf(format string, v ...any) { log.Printf("[ERR] "+format, v...) }

type client struct {
	name string
	srv  *server
}

func (c *client) Warnf(format string, v ...any)  { c.srv.Warnf(c.name+": "+format, v...) }
func (c *client) Errorf(format string, v ...any) { c.srv.Errorf(c.name+": "+format, v...) }

// Lines as this package writes them.
func (c *client) read() {
	if _, err := os.ReadFile(c.name); err != nil {
		c.Errorf("Error reading file: %v", err)
	}
	if _, err := os.ReadDir(c.name); err != nil {
		c.Errorf("Error reading directory: %v", err)
	}
}

func (s *server) start() {
	if err := os.Mkdir(s.dir, 0o700); err != nil {
		s.Errorf("Error creating directory: %v", err)
	}
}

// The client that the server holds may be nil; the server is at hand.
func (s *server) stop() int {
	os.WriteFile(s.dir, nil, 0o600) // want `discarded`
	return len(s.dir)
}
