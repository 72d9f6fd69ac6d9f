// Command lambda is a function of AWS Lambda, which is called for each event
// with a context and the event.
package main

import (
	"context"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type Store interface {
	Load(ctx context.Context, path string) (string, error)
}

type app struct{ store Store }

// main (good): it has no event.
func main() {
	a := &app{}
	slog.Info("starting")
	lambda.Start(a.handle)
}

// handle (bad): the event's context is in reach.
func (a *app) handle(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	s, err := a.store.Load(ctx, event.Body)
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
		return events.APIGatewayProxyResponse{StatusCode: 500}, nil
	}
	slog.InfoContext(ctx, "loaded")
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: s}, nil
}
