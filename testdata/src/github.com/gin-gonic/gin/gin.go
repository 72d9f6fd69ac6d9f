// Package gin stands in for github.com/gin-gonic/gin v1.12.0: the
// declarations that the corpora use. Bodies that the tables leave to inference
// are the real ones.
package gin

import (
	"errors"
	"net/http"
	"time"
)

type H map[string]any

type HandlerFunc func(*Context)

type ErrorType uint64

const ErrorTypePrivate ErrorType = 1 << 0

type Error struct {
	Err  error
	Type ErrorType
	Meta any
}

func (msg Error) Error() string { return msg.Err.Error() }

type errorMsgs []*Error

type ResponseWriter interface {
	http.ResponseWriter
	Status() int
	WriteHeaderNow()
}

type Context struct {
	Request *http.Request
	Writer  ResponseWriter
	Errors  errorMsgs

	index int8
}

func (c *Context) Next() { c.index++ }

func (c *Context) Abort() { c.index = 63 }

func (c *Context) AbortWithStatus(code int) {
	c.Status(code)
	c.Writer.WriteHeaderNow()
	c.Abort()
}

func (c *Context) AbortWithStatusJSON(code int, jsonObj any) {
	c.Abort()
	c.JSON(code, jsonObj)
}

func (c *Context) AbortWithError(code int, err error) *Error {
	c.AbortWithStatus(code)
	return c.Error(err)
}

func (c *Context) Error(err error) *Error {
	if err == nil {
		panic("err is nil")
	}

	var parsedError *Error
	ok := errors.As(err, &parsedError)
	if !ok {
		parsedError = &Error{
			Err:  err,
			Type: ErrorTypePrivate,
		}
	}

	c.Errors = append(c.Errors, parsedError)
	return parsedError
}

func (c *Context) Set(key any, value any) {}

func (c *Context) Get(key any) (value any, exists bool) { return nil, false }

func (c *Context) MustGet(key any) any { return nil }

func (c *Context) GetString(key any) string { return "" }

func (c *Context) Param(key string) string { return "" }

func (c *Context) Query(key string) (value string) { return "" }

func (c *Context) GetHeader(key string) string { return c.Request.Header.Get(key) }

func (c *Context) ShouldBindJSON(obj any) error { return errors.New("EOF") }

func (c *Context) Status(code int) {}

func (c *Context) HTML(code int, name string, obj any) {}

func (c *Context) JSON(code int, obj any) {}

func (c *Context) String(code int, format string, values ...any) {}

func (c *Context) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }

func (c *Context) Done() <-chan struct{} { return nil }

func (c *Context) Err() error { return nil }

func (c *Context) Value(key any) any { return nil }

type IRoutes interface {
	Use(...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
}

type RouterGroup struct{ basePath string }

func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

type Engine struct{ RouterGroup }

type OptionFunc func(*Engine)

func Default(opts ...OptionFunc) *Engine { return nil }
