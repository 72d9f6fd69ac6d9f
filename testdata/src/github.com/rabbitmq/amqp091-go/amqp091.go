// Package amqp091 stands in for github.com/rabbitmq/amqp091-go v1.16.0: the
// declarations that the corpora use.
package amqp091

import "context"

type Table map[string]interface{}

type Delivery struct {
	MessageId string
	Body      []byte
}

func (d Delivery) Ack(multiple bool) error { return nil }

func (d Delivery) Nack(multiple, requeue bool) error { return nil }

func (d Delivery) Reject(requeue bool) error { return nil }

type Publishing struct{ Body []byte }

type Channel struct{}

func (ch *Channel) Consume(queue, consumer string, autoAck, exclusive, noLocal, noWait bool, args Table) (<-chan Delivery, error) {
	return nil, nil
}

func (ch *Channel) Qos(prefetchCount, prefetchSize int, global bool) error { return nil }

func (ch *Channel) PublishWithContext(ctx context.Context, exchange, key string, mandatory, immediate bool, msg Publishing) error {
	return nil
}
