// Package fiber stands in for github.com/gofiber/fiber/v3 v3.1.0: the
// declarations that the corpora use.
package fiber

import "context"

const StatusInternalServerError = 500

type Map map[string]any

type Error struct {
	Message string `json:"message"`
	Code    int    `json:"code"`
}

func NewError(code int, message ...string) *Error { return &Error{Code: code} }

func (e *Error) Error() string { return e.Message }

type Bind struct{}

func (b *Bind) Body(out any) error { return nil }

type Ctx interface {
	Bind() *Bind
	Context() context.Context
	JSON(data any, ctype ...string) error
	Params(key string, defaultValue ...string) string
	SendStatus(status int) error
	SendString(body string) error
	Status(status int) Ctx
}
