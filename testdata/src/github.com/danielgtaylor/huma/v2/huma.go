// Package huma stands in for github.com/danielgtaylor/huma/v2 v2.37.2: the
// declarations that the corpora use.
package huma

import (
	"context"
	"net/http"
)

type StatusError interface {
	GetStatus() int
	Error() string
}

type ErrorModel struct {
	Status int    `json:"status,omitempty"`
	Detail string `json:"detail,omitempty"`
}

func (e *ErrorModel) Error() string { return e.Detail }

func (e *ErrorModel) GetStatus() int { return e.Status }

func Error404NotFound(msg string, errs ...error) StatusError {
	return &ErrorModel{Status: http.StatusNotFound, Detail: msg}
}

func Error500InternalServerError(msg string, errs ...error) StatusError {
	return &ErrorModel{Status: http.StatusInternalServerError, Detail: msg}
}

func Error503ServiceUnavailable(msg string, errs ...error) StatusError {
	return &ErrorModel{Status: http.StatusServiceUnavailable, Detail: msg}
}

type API interface {
	UseMiddleware(middlewares ...func(ctx Context, next func(Context)))
}

type Context interface {
	Param(name string) string
}

type Operation struct{ Path string }

func Get[I, O any](api API, path string, handler func(context.Context, *I) (*O, error), operationHandlers ...func(o *Operation)) {
}
