// Package fasthttp stands in for github.com/valyala/fasthttp v1.77.0: the
// declarations that the corpora use.
package fasthttp

import (
	"errors"
	"time"
)

const (
	StatusOK                  = 200
	StatusInternalServerError = 500
)

type RequestHandler func(ctx *RequestCtx)

type Logger interface {
	Printf(format string, args ...any)
}

type Args struct{ buf []byte }

func (a *Args) Peek(key string) []byte { return a.buf }

type RequestCtx struct{ body []byte }

func (ctx *RequestCtx) Path() []byte { return nil }

func (ctx *RequestCtx) QueryArgs() *Args { return nil }

func (ctx *RequestCtx) PostBody() []byte { return ctx.body }

func (ctx *RequestCtx) UserValue(key any) any { return nil }

func (ctx *RequestCtx) Logger() Logger { return nil }

func (ctx *RequestCtx) Error(msg string, statusCode int) {}

func (ctx *RequestCtx) NotFound() {}

func (ctx *RequestCtx) Success(contentType string, body []byte) {}

func (ctx *RequestCtx) SetStatusCode(statusCode int) {}

func (ctx *RequestCtx) SetBody(body []byte) { ctx.body = body }

func (ctx *RequestCtx) SetBodyString(body string) {}

func (ctx *RequestCtx) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }

func (ctx *RequestCtx) Done() <-chan struct{} { return nil }

func (ctx *RequestCtx) Err() error { return nil }

func (ctx *RequestCtx) Value(key any) any { return nil }

func ListenAndServe(addr string, handler RequestHandler) error { return errors.New("in use") }
