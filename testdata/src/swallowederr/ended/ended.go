// Package ended has failures of what has ended: a context, or a server that was closed.
package ended

import (
	"context"
	"errors"
	"log"
	"net"
	"sync/atomic"
)

// Source is read from for as long as the service runs.
type Source interface {
	Read(ctx context.Context) error
}

// Server accepts and reads.
type Server struct {
	source   Source
	listener net.Listener
	closed   bool
	opened   bool
	quitting atomic.Bool
	reading  atomic.Bool
	ready    chan struct{}
	errs     chan error
}

var errStopped = errors.New("stopped")

func (s *Server) isStopped() bool { return s.quitting.Load() }
func (s *Server) isReading() bool { return s.reading.Load() }

// ReadIs is good: the context has ended, and so does the read.
func (s *Server) ReadIs(ctx context.Context) {
	if err := s.source.Read(ctx); err != nil {
		if errors.Is(ctx.Err(), context.Canceled) {
			return
		}
		log.Print(err)
	}
}

// ReadIsNot is bad: it says nothing where the context goes on.
func (s *Server) ReadIsNot(ctx context.Context) {
	if err := s.source.Read(ctx); err != nil { // want `error from Source\.Read is dropped: .*\(dropped\)`
		if !errors.Is(ctx.Err(), context.Canceled) {
			return
		}
		log.Print(err)
	}
}

// ReadEqual is good: the same with a comparison.
func (s *Server) ReadEqual(ctx context.Context) {
	if err := s.source.Read(ctx); err != nil {
		if ctx.Err() == context.Canceled {
			return
		}
		log.Print(err)
	}
}

// ReadLive is bad: the context is alive there.
func (s *Server) ReadLive(ctx context.Context) {
	if err := s.source.Read(ctx); err != nil { // want `error from Source\.Read is dropped: .*\(dropped\)`
		if ctx.Err() == nil {
			return
		}
		log.Print(err)
	}
}

// ReadDone is good: the context was asked by its channel.
func (s *Server) ReadDone(ctx context.Context) {
	if err := s.source.Read(ctx); err != nil {
		select {
		case <-ctx.Done():
			return
		default:
		}
		log.Print(err)
	}
}

// ReadReady is bad: that something is ready explains no failure.
func (s *Server) ReadReady(ctx context.Context) {
	if err := s.source.Read(ctx); err != nil { // want `error from Source\.Read is dropped: .*\(dropped\)`
		select {
		case <-s.ready:
			return
		default:
		}
		log.Print(err)
	}
}

// Forward is good: who receives is told that the context has ended.
func (s *Server) Forward(ctx context.Context) {
	go func() {
		if err := s.source.Read(ctx); err != nil {
			if errors.Is(ctx.Err(), context.Canceled) {
				s.errs <- errStopped
			} else {
				s.errs <- err
			}
			return
		}
	}()
}

// Accept is good: a listener that was closed accepts nothing.
func (s *Server) Accept() {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			if s.closed {
				return
			}
			log.Print(err)
			continue
		}
		log.Print(conn.RemoteAddr())
	}
}

// AcceptOpened is bad: that it was opened explains no failure.
func (s *Server) AcceptOpened() {
	for {
		conn, err := s.listener.Accept()
		if err != nil { // want `error from net\.Listener\.Accept is dropped: .*\(dropped\)`
			if s.opened {
				return
			}
			log.Print(err)
			continue
		}
		log.Print(conn.RemoteAddr())
	}
}

// ReadQuitting is good: a flag and a method say that the service is quitting.
func (s *Server) ReadQuitting(ctx context.Context) {
	if err := s.source.Read(ctx); err != nil && !s.quitting.Load() {
		log.Print(err)
	}
	if err := s.source.Read(ctx); err != nil && !s.isStopped() {
		log.Print(err)
	}
}

// ReadReading is bad: that it is reading explains no failure.
func (s *Server) ReadReading(ctx context.Context) {
	if err := s.source.Read(ctx); err != nil && !s.reading.Load() { // want `error from Source\.Read is dropped: .*\(dropped\)`
		log.Print(err)
	}
	if err := s.source.Read(ctx); err != nil && !s.isReading() { // want `error from Source\.Read is dropped: .*\(dropped\)`
		log.Print(err)
	}
}
