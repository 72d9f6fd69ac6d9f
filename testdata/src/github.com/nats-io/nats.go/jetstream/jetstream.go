// Package jetstream stands in for github.com/nats-io/nats.go/jetstream
// v1.55.0: the declarations that the corpora use.
package jetstream

type Msg interface {
	Data() []byte
	Subject() string
	Ack() error
	Nak() error
	Term() error
	TermWithReason(reason string) error
}

type MessageHandler func(msg Msg)

type PullConsumeOpt interface{ configureConsume() }

type ConsumeContext interface{ Stop() }

type Consumer interface {
	Consume(handler MessageHandler, opts ...PullConsumeOpt) (ConsumeContext, error)
}
