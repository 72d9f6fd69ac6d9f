// Package nats holds what publishes to NATS and acknowledges what came from
// there.
package nats

import (
	"context"

	"github.com/nats-io/nats.go"
)

type Relay struct{ conn *nats.Conn }

// publish (bad): the message is gone.
func (r *Relay) publish(data []byte) {
	r.conn.Publish("events", data) // want `error from \(\*nats\.Conn\)\.Publish is discarded: nothing looks at it \(discarded\)`
}

// publishReturned (good): the caller hears of it.
func (r *Relay) publishReturned(data []byte) error {
	return r.conn.Publish("events", data)
}

// acknowledge (good): if it is lost, the message comes once more.
func (r *Relay) acknowledge(ctx context.Context, m *nats.Msg, save func(context.Context, []byte) error) error {
	if err := save(ctx, m.Data); err != nil {
		m.Nak()
		return err
	}
	m.Ack()
	return nil
}
