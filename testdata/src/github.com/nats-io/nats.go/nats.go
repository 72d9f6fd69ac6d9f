// Package nats stands in for github.com/nats-io/nats.go v1.55.0: the
// declarations that the corpora use.
package nats

type Conn struct{}

type Msg struct {
	Subject string
	Reply   string
	Data    []byte
}

type MsgHandler func(msg *Msg)

type Subscription struct{}

type AckOpt interface{ configureAck() }

func (nc *Conn) Publish(subj string, data []byte) error { return nil }

func (nc *Conn) Subscribe(subj string, cb MsgHandler) (*Subscription, error) { return nil, nil }

func (nc *Conn) QueueSubscribe(subj, queue string, cb MsgHandler) (*Subscription, error) {
	return nil, nil
}

func (s *Subscription) Unsubscribe() error { return nil }

func (m *Msg) Respond(data []byte) error { return nil }

func (m *Msg) Ack(opts ...AckOpt) error { return nil }

func (m *Msg) Nak(opts ...AckOpt) error { return nil }
