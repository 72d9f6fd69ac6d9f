package known

import (
	"go/types"
	"strings"
)

// A Request describes a type whose values stand for the request that is
// being served.
type Request struct {
	// Context is how to get its context from it, ".Context()"; "" where it is
	// a context itself.
	Context string
	// Answers says that it is also what the client is answered with.
	Answers bool
}

// requests are the types that stand for a request, by package path and name.
// A context.Context is not among them: it may be any other.
var requests = map[string]map[string]Request{
	"net/http":                         {"Request": {Context: ".Context()"}},
	"github.com/gin-gonic/gin":         {"Context": {Context: ".Request.Context()", Answers: true}},
	"github.com/labstack/echo/v4":      {"Context": {Context: ".Request().Context()", Answers: true}},
	"github.com/labstack/echo/v5":      {"Context": {Context: ".Request().Context()", Answers: true}},
	"github.com/gofiber/fiber/v2":      {"Ctx": {Context: ".UserContext()", Answers: true}},
	"github.com/gofiber/fiber/v3":      {"Ctx": {Context: ".Context()", Answers: true}},
	"github.com/valyala/fasthttp":      {"RequestCtx": {Answers: true}},
	"github.com/danielgtaylor/huma/v2": {"Context": {Context: ".Context()", Answers: true}},
}

// RequestOf returns what is known of t, or what it points to, as the type of
// a request.
func RequestOf(t types.Type) (Request, bool) {
	obj := declaredBy(t)
	if obj == nil {
		return Request{}, false
	}
	r, ok := requests[obj.Pkg().Path()][obj.Name()]
	return r, ok
}

// Requests calls f for each type that stands for a request.
func Requests(f func(pkg, name string, r Request)) {
	for pkg, names := range requests {
		for name, r := range names {
			f(pkg, name, r)
		}
	}
}

// called are the types of what a client has called a method with, which is
// given beside a context, by package path and name.
var called = map[string]string{
	"connectrpc.com/connect": "Request",
}

// IsCalledWith reports whether t, or what it points to, is the type of what a
// client has called a method with.
func IsCalledWith(t types.Type) bool {
	obj := declaredBy(t)
	return obj != nil && called[obj.Pkg().Path()] == obj.Name()
}

// registrars are the functions that are handed what handles requests, where
// its parameters do not show it: a context and whatever was sent.
var registrars = map[string]string{
	"github.com/aws/aws-lambda-go/lambda": " Start StartWithOptions NewHandler ",
	"github.com/danielgtaylor/huma/v2":    " AutoRegister Delete Get Head Patch Post Put Register ",
}

// Registers reports whether fn is handed functions that handle requests.
func Registers(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && strings.Contains(registrars[fn.Pkg().Path()], " "+fn.Name()+" ")
}

// Services calls f for the types of messages and the functions that register
// handlers.
func Services(f func(pkg, name string)) {
	for pkg, name := range called {
		f(pkg, name)
	}
	for pkg, names := range registrars {
		for name := range strings.FieldsSeq(names) {
			f(pkg, name)
		}
	}
}
