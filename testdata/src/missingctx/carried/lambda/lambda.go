// Package lambda wraps what handles events, and puts a logger into its context.
package lambda

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/rs/zerolog/log"
)

// logged gives each event a logger that has the id of its first message.
func logged(next func(ctx context.Context, e events.SQSEvent) error) func(context.Context, events.SQSEvent) error {
	return func(ctx context.Context, e events.SQSEvent) error {
		l := log.With().Str("message", e.Records[0].MessageId).Logger()
		return next(l.WithContext(ctx), e)
	}
}

func start() { lambda.Start(logged(receive)) }

func store(ctx context.Context, body string) error {
	log.Ctx(ctx).Debug().Msg("stored")
	return nil
}

// receive (bad): the line could have the message's id.
func receive(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := store(ctx, m.Body); err != nil {
			log.Error().Err(err).Msg("store") // want `the logger of log\.Ctx\(ctx\) would; lambda\.logged puts a logger with message into it \(nocontext\)`
			return err
		}
	}
	return nil
}

// receiveCtx (good): it has.
func receiveCtx(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := store(ctx, m.Body); err != nil {
			log.Ctx(ctx).Error().Err(err).Msg("store")
			return err
		}
	}
	return nil
}
