// Package micro stands in for github.com/nats-io/nats.go/micro v1.55.0: the
// declarations that the corpora use.
package micro

import "github.com/nats-io/nats.go"

type RespondOpt func(*nats.Msg)

type Request interface {
	Data() []byte
	Respond([]byte, ...RespondOpt) error
	Error(code, description string, data []byte, opts ...RespondOpt) error
}
