// Package connect stands in for connectrpc.com/connect v1.21.1: the
// declarations that the corpora use.
package connect

import (
	"context"
	"net/http"
)

type Code uint32

const (
	CodeInvalidArgument Code = 3
	CodeNotFound        Code = 5
	CodeInternal        Code = 13
	CodeUnavailable     Code = 14
)

type Error struct {
	code Code
	err  error
}

func NewError(c Code, underlying error) *Error { return &Error{code: c, err: underlying} }

func (e *Error) Code() Code { return e.code }

func (e *Error) Error() string { return e.err.Error() }

func (e *Error) Unwrap() error { return e.err }

func CodeOf(err error) Code { return 2 }

type Request[T any] struct {
	Msg *T

	header http.Header
}

func (r *Request[_]) Header() http.Header { return r.header }

type Response[T any] struct {
	Msg *T

	header http.Header
}

func NewResponse[T any](message *T) *Response[T] { return &Response[T]{Msg: message} }

type AnyRequest interface {
	Any() any
	Header() http.Header
}

type AnyResponse interface {
	Any() any
	Header() http.Header
}

type UnaryFunc func(context.Context, AnyRequest) (AnyResponse, error)

type UnaryInterceptorFunc func(UnaryFunc) UnaryFunc
