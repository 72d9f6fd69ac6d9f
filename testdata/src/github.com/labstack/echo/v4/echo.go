// Package echo stands in for github.com/labstack/echo/v4 v4.16.0: the
// declarations that the corpora use.
package echo

import (
	"fmt"
	"net/http"
)

type Map map[string]interface{}

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Logger interface {
	Info(i ...interface{})
	Warn(i ...interface{})
	Warnf(format string, args ...interface{})
	Error(i ...interface{})
	Errorf(format string, args ...interface{})
}

type Context interface {
	Request() *http.Request
	SetRequest(r *http.Request)
	Param(name string) string
	QueryParam(name string) string
	Get(key string) interface{}
	Set(key string, val interface{})
	Bind(i interface{}) error
	HTML(code int, html string) error
	String(code int, s string) error
	JSON(code int, i interface{}) error
	NoContent(code int) error
	Redirect(code int, url string) error
	Error(err error)
	Logger() Logger
}

type HTTPError struct {
	Internal error       `json:"-"`
	Message  interface{} `json:"message"`
	Code     int         `json:"-"`
}

var (
	ErrInternalServerError = NewHTTPError(http.StatusInternalServerError)
	ErrNotFound            = NewHTTPError(http.StatusNotFound)
)

func NewHTTPError(code int, message ...interface{}) *HTTPError {
	return &HTTPError{Code: code, Message: message}
}

func (he *HTTPError) Error() string {
	return fmt.Sprintf("code=%d, message=%v, internal=%v", he.Code, he.Message, he.Internal)
}

func (he *HTTPError) SetInternal(err error) *HTTPError {
	he.Internal = err
	return he
}

func (he *HTTPError) WithInternal(err error) *HTTPError {
	return &HTTPError{Code: he.Code, Message: he.Message, Internal: err}
}

func (he *HTTPError) Unwrap() error { return he.Internal }

type Route struct{ Path string }

type Echo struct{ Logger Logger }

func New() (e *Echo) { return &Echo{} }

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }

func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }
