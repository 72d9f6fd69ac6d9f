// Package echo stands in for github.com/labstack/echo/v5 v5.4.4: the
// declarations that the corpora use.
package echo

import (
	"fmt"
	"log/slog"
	"net/http"
)

type HandlerFunc func(c *Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Context struct{ request *http.Request }

func (c *Context) Request() *http.Request { return c.request }

func (c *Context) Param(name string) string { return "" }

func (c *Context) Bind(i any) error { return nil }

func (c *Context) JSON(code int, i any) (err error) { return nil }

func (c *Context) NoContent(code int) error { return nil }

func (c *Context) Logger() *slog.Logger { return nil }

type HTTPError struct {
	Code    int    `json:"-"`
	Message string `json:"message"`
	err     error
}

func NewHTTPError(code int, message string) *HTTPError {
	return &HTTPError{Code: code, Message: message}
}

func (he *HTTPError) Error() string { return fmt.Sprintf("code=%d, message=%v", he.Code, he.Message) }

func (he HTTPError) Wrap(err error) error {
	he.err = err
	return &he
}
