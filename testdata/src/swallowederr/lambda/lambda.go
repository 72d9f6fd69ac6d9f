// Package lambda holds functions of AWS Lambda, whose errors the runtime logs.
package lambda

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type Queue interface {
	Put(ctx context.Context, body string) error
}

type Relay struct{ queue Queue }

func (r *Relay) start() {
	lambda.Start(r.handle)
	lambda.Start(r.handleAll)
	lambda.Start(r.handleSome)
}

// handle (good): the runtime logs what is returned, and retries.
func (r *Relay) handle(ctx context.Context, ev events.SQSEvent) error {
	for _, m := range ev.Records {
		if err := r.queue.Put(ctx, m.Body); err != nil {
			return err
		}
	}
	return nil
}

// handleSome (bad): a message that cannot be put is gone.
func (r *Relay) handleSome(ctx context.Context, ev events.SQSEvent) error {
	for _, m := range ev.Records {
		if err := r.queue.Put(ctx, m.Body); err != nil { // want `error from Queue\.Put is dropped: the path continuing .*\(dropped\)`
			continue
		}
		r.count(m)
	}
	return nil
}

// handleAll (good): all are tried, and all errors returned.
func (r *Relay) handleAll(ctx context.Context, ev events.SQSEvent) error {
	var errs []error
	for _, m := range ev.Records {
		if err := r.queue.Put(ctx, m.Body); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (r *Relay) count(m events.SQSMessage) {}

// literal (bad): so with a literal.
func literal(q Queue) {
	lambda.Start(func(ctx context.Context, ev events.SQSEvent) error {
		for _, m := range ev.Records {
			q.Put(ctx, m.Body) // want `error from Queue\.Put is discarded: .*\(discarded\)`
		}
		return nil
	})
}

// literalReturned (good): the runtime gets it.
func literalReturned(q Queue) {
	lambda.Start(func(ctx context.Context, ev events.SQSEvent) error {
		for _, m := range ev.Records {
			if err := q.Put(ctx, m.Body); err != nil {
				return err
			}
		}
		return nil
	})
}
