// Package machinery stands in for github.com/RichardKnop/machinery/v2 v2.0.13:
// the declarations that the corpora use.
package machinery

import (
	"context"

	"github.com/RichardKnop/machinery/v2/backends/result"
	"github.com/RichardKnop/machinery/v2/tasks"
)

type Server struct{}

func (server *Server) RegisterTask(name string, taskFunc interface{}) error { return nil }

func (server *Server) SendTaskWithContext(ctx context.Context, signature *tasks.Signature) (*result.AsyncResult, error) {
	return nil, nil
}
