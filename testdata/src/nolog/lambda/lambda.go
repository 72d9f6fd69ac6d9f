// Package lambda holds functions of AWS Lambda behind an API gateway: the
// response that they return is the answer.
package lambda

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

var errNoNote = errors.New("no such note")

type Note struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (string, error)
	Save(ctx context.Context, n Note) error
}

type API struct{ store Store }

// show (bad): the client gets a 500, and the runtime no error to log.
func (a *API) show(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	s, err := a.store.Load(ctx, req.Path)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: "internal error"}, nil // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: s}, nil
}

// showReturned (good): the runtime gets the error.
func (a *API) showReturned(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	s, err := a.store.Load(ctx, req.Path)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: "internal error"}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: s}, nil
}

// showLogged (good): a line is written.
func (a *API) showLogged(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	s, err := a.store.Load(ctx, req.Path)
	if err != nil {
		slog.ErrorContext(ctx, "load note", "err", err)
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: "internal error"}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: s}, nil
}

// lookup (bad): trouble of the store is told as a note that is not there.
func (a *API) lookup(ctx context.Context, req events.APIGatewayProxyRequest) (*events.APIGatewayProxyResponse, error) {
	s, err := a.store.Load(ctx, req.Path)
	if err != nil {
		return &events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, nil // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
	}
	return &events.APIGatewayProxyResponse{StatusCode: 200, Body: s}, nil
}

// lookupGuarded (good): only a note that is not there is a 404.
func (a *API) lookupGuarded(ctx context.Context, req events.APIGatewayProxyRequest) (*events.APIGatewayProxyResponse, error) {
	s, err := a.store.Load(ctx, req.Path)
	if errors.Is(err, errNoNote) {
		return &events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, nil
	}
	if err != nil {
		return nil, err
	}
	return &events.APIGatewayProxyResponse{StatusCode: 200, Body: s}, nil
}

// create (bad): a body that is no note is the client's own error; the text of
// the store's goes to the client alone.
func (a *API) create(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	var n Note
	if err := json.Unmarshal([]byte(req.Body), &n); err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusBadRequest, Body: "invalid note"}, nil
	}
	if err := a.store.Save(ctx, n); err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusBadGateway, Body: err.Error()}, nil // want `error from Store\.Save is answered with status 502, but nothing logs it.*\(answered\)`
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusCreated}, nil
}

// relay (bad): what cannot be read in an event of a queue is lost.
func (a *API) relay(ctx context.Context, ev events.SQSEvent) (events.APIGatewayProxyResponse, error) {
	for _, m := range ev.Records {
		var n Note
		if err := json.Unmarshal([]byte(m.Body), &n); err != nil {
			return events.APIGatewayProxyResponse{StatusCode: http.StatusBadRequest}, nil // want `error from json\.Unmarshal is answered with status 400, but nothing logs it.*\(answered\)`
		}
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

// steps (bad): the status is set later.
func (a *API) steps(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	resp := events.APIGatewayProxyResponse{StatusCode: 200}
	if err := a.store.Save(ctx, Note{ID: req.Path}); err != nil {
		resp.StatusCode = http.StatusInternalServerError
		return resp, nil // want `error from Store\.Save is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return resp, nil
}

// stepsLogged (good): with a line.
func (a *API) stepsLogged(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	resp := events.APIGatewayProxyResponse{StatusCode: 200}
	if err := a.store.Save(ctx, Note{ID: req.Path}); err != nil {
		slog.ErrorContext(ctx, "save note", "err", err)
		resp.StatusCode = http.StatusInternalServerError
		return resp, nil
	}
	return resp, nil
}

// failed (bad): answers for the errors that it is handed, and logs none.
func failed(err error) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want `is answered with status 500, but nothing logs it.*\(answered\)`
}

// failedLogged (good): logs them first.
func failedLogged(ctx context.Context, err error) (events.APIGatewayProxyResponse, error) {
	slog.ErrorContext(ctx, "request failed", "err", err)
	return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil
}

// save (good): what the helper loses is reported there.
func (a *API) save(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := a.store.Save(ctx, Note{ID: req.Path}); err != nil {
		return failed(err)
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

// saveLogged (good): the helper logs.
func (a *API) saveLogged(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := a.store.Save(ctx, Note{ID: req.Path}); err != nil {
		return failedLogged(ctx, err)
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}
