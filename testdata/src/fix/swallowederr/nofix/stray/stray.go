// Package stray is a server that writes with a logger of its own.
package stray

import (
	"log"
	"os"
)

// Logger is what lines can be written with.
type Logger interface {
	Warnf(format string, args ...any)
	Errorf(format string, args ...any)
}

type server struct{ logger Logger }

func (s *server) warnf(format string, args ...any) { s.logger.Warnf("server: "+format, args...) }

func (s *server) errorf(format string, args ...any) { s.logger.Errorf("server: "+format, args...) }

// Lines as nearly all are written.
func (s *server) check() {
	s.warnf("no address is configured")
	s.warnf("no certificate is configured")
	s.warnf("no cluster is configured")
	s.warnf("no gateway is configured")
	s.warnf("no leaf is configured")
	s.warnf("no limit is configured")
	s.warnf("no listener is configured")
	s.warnf("no monitor is configured")
	s.warnf("no name is configured")
	s.warnf("no operator is configured")
	s.warnf("no password is configured")
	s.warnf("no port is configured")
	s.warnf("no profile is configured")
	s.warnf("no queue is configured")
	s.warnf("no resolver is configured")
	s.warnf("no route is configured")
	s.warnf("no store is configured")
	s.warnf("no system is configured")
	s.warnf("no token is configured")
	s.warnf("no trace is configured")
	s.warnf("no user is configured")
}

// The server's logger is in reach: there is a fix for what is lost here.
func (s *server) start(dir string) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		s.warnf("cannot create directory: %v", err)
	}
}

// A line of another kind, before there is a logger.
func usage() {
	log.Print("no configuration is given")
}

// The server's logger is out of reach, and what log writes goes elsewhere.
func index(dir string) {
	os.WriteFile(dir+"/index", nil, 0o600) // want `discarded`
}
