// Package nats holds handlers of NATS, which cannot return an error.
package nats

import (
	"context"
	"encoding/json"
	"log/slog"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nats.go/micro"
)

type Event struct{ ID string }

type Store interface {
	Save(ctx context.Context, ev Event) error
}

type Sink struct{ store Store }

func (s *Sink) start(nc *nats.Conn, c jetstream.Consumer) error {
	if _, err := nc.QueueSubscribe("events", "sink", s.storeEvent); err != nil {
		return err
	}
	_, err := c.Consume(s.stored)
	return err
}

// storeEvent (bad): an event that cannot be read or stored is gone.
func (s *Sink) storeEvent(m *nats.Msg) {
	var ev Event
	if err := json.Unmarshal(m.Data, &ev); err != nil { // want `error from json\.Unmarshal ends in a callback that cannot return it, and nothing logs it; Store\.Save at line 36 is then not called \(callback\)`
		return
	}
	if err := s.store.Save(context.Background(), ev); err != nil { // want `error from Store\.Save ends in a callback that cannot return it, and nothing logs it; the rest of \(\*Sink\)\.storeEvent is then not done \(callback\)`
		return
	}
	s.count(ev)
}

// storeLogged (good): lines are written.
func (s *Sink) storeLogged(m *nats.Msg) {
	var ev Event
	if err := json.Unmarshal(m.Data, &ev); err != nil {
		slog.Error("read event", "subject", m.Subject, "err", err)
		return
	}
	if err := s.store.Save(context.Background(), ev); err != nil {
		slog.Error("store event", "id", ev.ID, "err", err)
		return
	}
	s.count(ev)
}

// storeHelper (good): it returns the error to whoever handles the message.
func (s *Sink) storeHelper(m *nats.Msg) error {
	var ev Event
	if err := json.Unmarshal(m.Data, &ev); err != nil {
		return err
	}
	return s.store.Save(context.Background(), ev)
}

// literal (bad): so with a literal.
func (s *Sink) literal(nc *nats.Conn) error {
	_, err := nc.Subscribe("events", func(m *nats.Msg) {
		if err := s.storeHelper(m); err != nil { // want `error from \(\*Sink\)\.storeHelper ends in a callback that cannot return it, and nothing logs it.*\(callback\)`
			return
		}
		s.count(Event{})
	})
	return err
}

// stored (bad): acknowledged all the same, so that it never comes back.
func (s *Sink) stored(m jetstream.Msg) {
	var ev Event
	if err := json.Unmarshal(m.Data(), &ev); err != nil { // want `error from json\.Unmarshal ends in a callback that cannot return it, and nothing logs it; Store\.Save at line 83 is then not called \(callback\)`
		m.Ack()
		return
	}
	if err := s.store.Save(context.Background(), ev); err != nil { // want `error from Store\.Save ends in a callback that cannot return it, and nothing logs it; the rest of \(\*Sink\)\.stored is then not done \(callback\)`
		m.Nak()
		return
	}
	m.Ack()
}

// storedReason (good): the server publishes the reason.
func (s *Sink) storedReason(m jetstream.Msg) {
	var ev Event
	if err := json.Unmarshal(m.Data(), &ev); err != nil {
		m.TermWithReason(err.Error())
		return
	}
	if err := s.store.Save(context.Background(), ev); err != nil {
		slog.Error("store event", "id", ev.ID, "err", err)
		m.Nak()
		return
	}
	m.Ack()
}

// reply (bad): who asked gets the text; the operator does not.
func (s *Sink) reply(m *nats.Msg) {
	if err := s.store.Save(context.Background(), Event{ID: string(m.Data)}); err != nil {
		m.Respond([]byte(err.Error())) // want `error from Store\.Save is answered with its text, but nothing logs it \(answered\)`
		return
	}
	m.Respond([]byte("ok"))
}

// replyLogged (good): both do.
func (s *Sink) replyLogged(m *nats.Msg) {
	if err := s.store.Save(context.Background(), Event{ID: string(m.Data)}); err != nil {
		slog.Error("store event", "err", err)
		m.Respond([]byte(err.Error()))
		return
	}
	m.Respond([]byte("ok"))
}

// serve (bad): the words are the same for every failure.
func (s *Sink) serve(r micro.Request) {
	if err := s.store.Save(context.Background(), Event{ID: string(r.Data())}); err != nil { // want `error from Store\.Save ends in a callback that cannot return it, and nothing logs it \(callback\)`
		r.Error("500", "internal error", nil)
		return
	}
	r.Respond([]byte("ok"))
}

// serveLogged (good): a line is written.
func (s *Sink) serveLogged(r micro.Request) {
	if err := s.store.Save(context.Background(), Event{ID: string(r.Data())}); err != nil {
		slog.Error("store event", "err", err)
		r.Error("500", "internal error", nil)
		return
	}
	r.Respond([]byte("ok"))
}

func (s *Sink) count(ev Event) {}
