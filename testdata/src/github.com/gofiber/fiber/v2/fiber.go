// Package fiber stands in for github.com/gofiber/fiber/v2 v2.52.15: the
// declarations that the corpora use.
package fiber

import (
	"context"
	"errors"

	"github.com/valyala/fasthttp"
)

const (
	StatusBadRequest          = 400
	StatusNotFound            = 404
	StatusInternalServerError = 500
	StatusServiceUnavailable  = 503
)

type Map map[string]interface{}

type Handler = func(*Ctx) error

type Error struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

var ErrInternalServerError = NewError(StatusInternalServerError)

func NewError(code int, message ...string) *Error { return &Error{Code: code} }

func (e *Error) Error() string { return e.Message }

type Ctx struct{ ctx *fasthttp.RequestCtx }

func (c *Ctx) BodyParser(out interface{}) error { return errors.New("EOF") }

func (c *Ctx) Context() *fasthttp.RequestCtx { return c.ctx }

func (c *Ctx) UserContext() context.Context { return c.ctx }

func (c *Ctx) Params(key string, defaultValue ...string) string { return "" }

func (c *Ctx) Query(key string, defaultValue ...string) string { return "" }

func (c *Ctx) Locals(key interface{}, value ...interface{}) interface{} { return nil }

func (c *Ctx) Next() error { return errors.New("not found") }

func (c *Ctx) Status(status int) *Ctx { return c }

func (c *Ctx) JSON(data interface{}, ctype ...string) error { return nil }

func (c *Ctx) Send(body []byte) error { return nil }

func (c *Ctx) SendStatus(status int) error { return nil }

func (c *Ctx) SendString(body string) error { return nil }

type Router interface {
	Get(path string, handlers ...Handler) Router
	Post(path string, handlers ...Handler) Router
}

type Config struct{ AppName string }

type App struct{ config Config }

func New(config ...Config) *App { return nil }

func (app *App) Get(path string, handlers ...Handler) Router { return nil }

func (app *App) Post(path string, handlers ...Handler) Router { return nil }

func (c *Ctx) SetUserContext(ctx context.Context) {}

func (c *Ctx) Get(key string, defaultValue ...string) string { return "" }
