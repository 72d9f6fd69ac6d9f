// Package twirp stands in for github.com/twitchtv/twirp v8.1.3: the
// declarations that the corpora use.
package twirp

import (
	"context"
	"fmt"
)

type ErrorCode string

type Error interface {
	Code() ErrorCode
	Msg() string
	WithMeta(key string, val string) Error
	Error() string
}

type twerr struct {
	code ErrorCode
	msg  string
}

func (e *twerr) Code() ErrorCode { return e.code }

func (e *twerr) Msg() string { return e.msg }

func (e *twerr) WithMeta(key string, val string) Error { return e }

func (e *twerr) Error() string { return fmt.Sprintf("twirp error %s: %s", e.code, e.msg) }

type wrappedErr struct {
	wrapper Error
	cause   error
}

func (e *wrappedErr) Code() ErrorCode { return e.wrapper.Code() }

func (e *wrappedErr) Msg() string { return e.wrapper.Msg() }

func (e *wrappedErr) WithMeta(key string, val string) Error {
	return &wrappedErr{e.wrapper.WithMeta(key, val), e.cause}
}

func (e *wrappedErr) Error() string { return e.wrapper.Error() }

func NotFoundError(msg string) Error { return &twerr{"not_found", msg} }

func InternalError(msg string) Error { return &twerr{"internal", msg} }

func InternalErrorf(msgFmt string, a ...interface{}) Error {
	return InternalError(fmt.Errorf(msgFmt, a...).Error())
}

func InternalErrorWith(err error) Error { return WrapError(InternalError(err.Error()), err) }

func WrapError(twerr Error, err error) Error { return &wrappedErr{twerr, err} }

type ServerHooks struct {
	RequestReceived func(context.Context) (context.Context, error)
	RequestRouted   func(context.Context) (context.Context, error)
}
