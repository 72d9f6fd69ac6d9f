// Package amqp holds consumers of RabbitMQ, which range over a channel of
// deliveries.
package amqp

import (
	"context"
	"encoding/json"
	"log/slog"

	amqp "github.com/rabbitmq/amqp091-go"
)

type Mail struct{ To string }

type Mailer interface {
	Send(ctx context.Context, m Mail) error
}

// send (bad): acknowledged without having been sent, or refused without a
// reason.
func send(ctx context.Context, deliveries <-chan amqp.Delivery, mailer Mailer) {
	for d := range deliveries {
		var m Mail
		if err := json.Unmarshal(d.Body, &m); err != nil { // want `error from json\.Unmarshal is dropped: the path continuing .*\(dropped\)`
			d.Ack(false)
			continue
		}
		if err := mailer.Send(ctx, m); err != nil { // want `error from Mailer\.Send is dropped: the path continuing .*\(dropped\)`
			d.Nack(false, true)
			continue
		}
		d.Ack(false)
	}
}

// sendLogged (good): lines are written; an acknowledgement that is lost makes
// the broker deliver once more.
func sendLogged(ctx context.Context, deliveries <-chan amqp.Delivery, mailer Mailer) {
	for d := range deliveries {
		var m Mail
		if err := json.Unmarshal(d.Body, &m); err != nil {
			slog.ErrorContext(ctx, "read mail", "message", d.MessageId, "err", err)
			d.Reject(false)
			continue
		}
		if err := mailer.Send(ctx, m); err != nil {
			slog.ErrorContext(ctx, "send mail", "message", d.MessageId, "err", err)
			d.Nack(false, true)
			continue
		}
		d.Ack(false)
	}
}

// handle (bad): the delivery is acknowledged when the function ends, however
// it ends.
func handle(ctx context.Context, d amqp.Delivery, mailer Mailer) {
	defer d.Ack(false)
	if err := mailer.Send(ctx, Mail{To: string(d.Body)}); err != nil { // want `error from Mailer\.Send is dropped: the path returning .*\(dropped\)`
		return
	}
	slog.InfoContext(ctx, "mail sent")
}

// publish (bad): the mail is gone.
func publish(ctx context.Context, ch *amqp.Channel, m amqp.Publishing) {
	ch.PublishWithContext(ctx, "", "mail", false, false, m) // want `error from \(\*amqp091\.Channel\)\.PublishWithContext is discarded: .*\(discarded\)`
}

// publishReturned (good): the caller hears of it.
func publishReturned(ctx context.Context, ch *amqp.Channel, m amqp.Publishing) error {
	return ch.PublishWithContext(ctx, "", "mail", false, false, m)
}
