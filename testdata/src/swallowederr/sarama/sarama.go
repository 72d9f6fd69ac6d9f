// Package sarama holds consumers of Kafka that sarama hands their claims to.
package sarama

import (
	"context"
	"encoding/json"
	"log/slog"

	"github.com/IBM/sarama"
)

type Payment struct{ ID string }

type Store interface {
	Save(ctx context.Context, p Payment) error
}

// A lossy consumer marks what it could not handle.
type lossy struct{ store Store }

func (l *lossy) Setup(sarama.ConsumerGroupSession) error   { return nil }
func (l *lossy) Cleanup(sarama.ConsumerGroupSession) error { return nil }

// ConsumeClaim (bad): marked, so that it does not come again.
func (l *lossy) ConsumeClaim(session sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for msg := range claim.Messages() {
		var p Payment
		if err := json.Unmarshal(msg.Value, &p); err != nil { // want `error from json\.Unmarshal is dropped: the path continuing .*\(dropped\)`
			session.MarkMessage(msg, "")
			continue
		}
		if err := l.store.Save(session.Context(), p); err != nil { // want `error from Store\.Save is dropped: the path continuing .*\(dropped\)`
			session.MarkMessage(msg, "")
			continue
		}
		session.MarkMessage(msg, "")
	}
	return nil
}

// A careful consumer tells of it.
type careful struct{ store Store }

func (c *careful) Setup(sarama.ConsumerGroupSession) error   { return nil }
func (c *careful) Cleanup(sarama.ConsumerGroupSession) error { return nil }

// ConsumeClaim (good): a line for what cannot be read; what cannot be stored
// ends the session, with the error.
func (c *careful) ConsumeClaim(session sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for msg := range claim.Messages() {
		var p Payment
		if err := json.Unmarshal(msg.Value, &p); err != nil {
			slog.ErrorContext(session.Context(), "read payment", "offset", msg.Offset, "err", err)
			session.MarkMessage(msg, "")
			continue
		}
		if err := c.store.Save(session.Context(), p); err != nil {
			return err
		}
		session.MarkMessage(msg, "")
	}
	return nil
}

// consume (bad): whatever ends the session, it is started again in silence.
func consume(ctx context.Context, group sarama.ConsumerGroup, h sarama.ConsumerGroupHandler) {
	for ctx.Err() == nil {
		if err := group.Consume(ctx, []string{"payments"}, h); err != nil { // want `error from sarama\.ConsumerGroup\.Consume is dropped: .*\(dropped\)`
			continue
		}
	}
}

// consumeLogged (good): with a line.
func consumeLogged(ctx context.Context, group sarama.ConsumerGroup, h sarama.ConsumerGroupHandler) {
	for ctx.Err() == nil {
		if err := group.Consume(ctx, []string{"payments"}, h); err != nil {
			slog.ErrorContext(ctx, "consume payments", "err", err)
		}
	}
}

// publish (bad): the payment is gone.
func publish(p sarama.SyncProducer, m *sarama.ProducerMessage) {
	p.SendMessage(m) // want `error from sarama\.SyncProducer\.SendMessage is discarded: .*\(discarded\)`
}

// publishReturned (good): the caller hears of it.
func publishReturned(p sarama.SyncProducer, m *sarama.ProducerMessage) error {
	_, _, err := p.SendMessage(m)
	return err
}
