package known

import (
	"go/types"
	"slices"
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

// worked are the types of what functions return that are called for one piece
// of work, with a context made for it, by package path and name.
var worked = map[string]string{
	"sigs.k8s.io/controller-runtime/pkg/reconcile": "Result",
}

// queued are the types of what functions return in a list that are called to
// find out which work there is, by package path and name. They, and what is
// told of events, run in the context of the program.
var queued = map[string]string{
	"sigs.k8s.io/controller-runtime/pkg/reconcile": "Request",
}

// events are the types of what functions are told of.
var events = map[string]string{
	"sigs.k8s.io/controller-runtime/pkg/event": `CreateEvent DeleteEvent GenericEvent UpdateEvent
		TypedCreateEvent TypedDeleteEvent TypedGenericEvent TypedUpdateEvent`,
}

// Works reports whether functions with a signature are called for one piece of
// work each, with a context of their own: reconcilers.
func Works(sig *types.Signature) bool {
	for r := range sig.Results().Variables() {
		if obj := declaredBy(r.Type()); obj != nil && worked[obj.Pkg().Path()] == obj.Name() {
			return true
		}
	}
	return false
}

// IsTold reports whether functions with a signature are called for whatever
// happens, with the context of the program.
func IsTold(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if obj := declaredBy(p.Type()); obj != nil && slices.Contains(strings.Fields(events[obj.Pkg().Path()]), obj.Name()) {
			return true
		}
	}
	for r := range sig.Results().Variables() {
		if s, ok := r.Type().Underlying().(*types.Slice); ok {
			if obj := declaredBy(s.Elem()); obj != nil && queued[obj.Pkg().Path()] == obj.Name() {
				return true
			}
		}
	}
	return false
}

// Services calls f for the types of messages, the functions that register
// handlers, and the types of work and events.
func Services(f func(pkg, name string)) {
	for pkg, name := range called {
		f(pkg, name)
	}
	for _, table := range []map[string]string{registrars, worked, queued, events} {
		for pkg, names := range table {
			for name := range strings.FieldsSeq(names) {
				f(pkg, name)
			}
		}
	}
}
