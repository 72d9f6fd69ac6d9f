// Package asynq stands in for github.com/hibiken/asynq v0.26.0: the
// declarations that the corpora use.
package asynq

import (
	"context"
	"errors"
)

var SkipRetry = errors.New("skip retry for the task")

type Task struct{ payload []byte }

func NewTask(typename string, payload []byte, opts ...Option) *Task { return &Task{payload: payload} }

func (t *Task) Type() string { return "" }

func (t *Task) Payload() []byte { return t.payload }

type Option interface{}

type TaskInfo struct{ ID string }

type Client struct{}

func (c *Client) Enqueue(task *Task, opts ...Option) (*TaskInfo, error) { return nil, nil }

func (c *Client) EnqueueContext(ctx context.Context, task *Task, opts ...Option) (*TaskInfo, error) {
	return nil, nil
}

type Handler interface {
	ProcessTask(context.Context, *Task) error
}

type ServeMux struct{}

func NewServeMux() *ServeMux { return &ServeMux{} }

func (mux *ServeMux) HandleFunc(pattern string, handler func(context.Context, *Task) error) {}
