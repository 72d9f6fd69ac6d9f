package known

import (
	"go/types"
	"strings"
)

// What libraries keep in contexts: who puts it there, and who finds it again. A value is
// named by its key: the path of the package that it belongs to, '#', and what tells it
// from others of that package.

// TraceKey is the key of the span that a context carries.
const TraceKey = "go.opentelemetry.io/otel/trace#"

// SlogKey stands for what a handler of log/slog reads from the contexts of lines, and
// LogrusKey for what the hooks of logrus do: which keys, the handler or hook says.
const (
	SlogKey   = "log/slog#"
	LogrusKey = "github.com/sirupsen/logrus#"
)

const (
	zerologKey    = "github.com/rs/zerolog#"
	logrKey       = "github.com/go-logr/logr#"
	hclogKey      = "github.com/hashicorp/go-hclog#"
	apexKey       = "github.com/apex/log#"
	charmKey      = "github.com/charmbracelet/log#"
	charm2Key     = "charm.land/log/v2#"
	containerdKey = "github.com/containerd/log#"
	ctxzapKey     = "github.com/grpc-ecosystem/go-grpc-middleware/logging/zap/ctxzap#"
	chiIDKey      = "github.com/go-chi/chi/v5/middleware#RequestIDKey"
)

// contextReaders find a value in the context, or the request, that they are given.
// Functions that variables hold are named as the variables.
var contextReaders = map[Key]string{
	{"github.com/rs/zerolog", "", "Ctx"}:              zerologKey,
	{"github.com/rs/zerolog/log", "", "Ctx"}:          zerologKey,
	{"github.com/rs/zerolog/hlog", "", "FromRequest"}: zerologKey,

	{"github.com/go-logr/logr", "", "FromContext"}:                                     logrKey,
	{"github.com/go-logr/logr", "", "FromContextOrDiscard"}:                            logrKey,
	{"k8s.io/klog/v2", "", "FromContext"}:                                              logrKey,
	{"sigs.k8s.io/controller-runtime", "", "LoggerFrom"}:                               logrKey,
	{"sigs.k8s.io/controller-runtime/pkg/log", "", "FromContext"}:                      logrKey,
	{"github.com/hashicorp/go-hclog", "", "FromContext"}:                               hclogKey,
	{"github.com/apex/log", "", "FromContext"}:                                         apexKey,
	{"github.com/charmbracelet/log", "", "FromContext"}:                                charmKey,
	{"charm.land/log/v2", "", "FromContext"}:                                           charm2Key,
	{"github.com/containerd/log", "", "G"}:                                             containerdKey,
	{"github.com/containerd/log", "", "GetLogger"}:                                     containerdKey,
	{"github.com/sirupsen/logrus", "", "WithContext"}:                                  LogrusKey,
	{"github.com/sirupsen/logrus", "Entry", "WithContext"}:                             LogrusKey,
	{"github.com/sirupsen/logrus", "Logger", "WithContext"}:                            LogrusKey,
	{"github.com/uptrace/opentelemetry-go-extra/otelzap", "", "Ctx"}:                   TraceKey,
	{"go.opentelemetry.io/otel/trace", "", "SpanFromContext"}:                          TraceKey,
	{"go.opentelemetry.io/otel/trace", "", "SpanContextFromContext"}:                   TraceKey,
	{"github.com/go-chi/chi/v5/middleware", "", "GetReqID"}:                            chiIDKey,
	{"github.com/grpc-ecosystem/go-grpc-middleware/logging/zap/ctxzap", "", "Extract"}: ctxzapKey,
}

// ReadsContext returns the key under which a function, or what a variable holds, finds a
// value in a context, "" if it is not known to look for one.
func ReadsContext(k Key) string { return contextReaders[k] }

// contextPutters return a context that carries a value more than the one that they are
// given.
var contextPutters = map[Key]string{
	{"github.com/rs/zerolog", "Logger", "WithContext"}:                                   zerologKey,
	{"github.com/go-logr/logr", "", "NewContext"}:                                        logrKey,
	{"k8s.io/klog/v2", "", "NewContext"}:                                                 logrKey,
	{"sigs.k8s.io/controller-runtime", "", "LoggerInto"}:                                 logrKey,
	{"sigs.k8s.io/controller-runtime/pkg/log", "", "IntoContext"}:                        logrKey,
	{"github.com/hashicorp/go-hclog", "", "WithContext"}:                                 hclogKey,
	{"github.com/apex/log", "", "NewContext"}:                                            apexKey,
	{"github.com/charmbracelet/log", "", "WithContext"}:                                  charmKey,
	{"charm.land/log/v2", "", "WithContext"}:                                             charm2Key,
	{"github.com/containerd/log", "", "WithLogger"}:                                      containerdKey,
	{"go.opentelemetry.io/otel/trace", "Tracer", "Start"}:                                TraceKey,
	{"go.opentelemetry.io/otel/trace", "", "ContextWithSpan"}:                            TraceKey,
	{"github.com/grpc-ecosystem/go-grpc-middleware/logging/zap/ctxzap", "", "ToContext"}: ctxzapKey,
}

// PutsIntoContext returns the key under which a function, or what a variable holds, puts
// a value into a context, "" if it is not known to.
func PutsIntoContext(k Key) string { return contextPutters[k] }

// middlewares put a value into the contexts of the requests that they stand before, or
// make what does.
var middlewares = map[Key]string{
	{"github.com/rs/zerolog/hlog", "", "NewHandler"}:                                                        zerologKey,
	{"github.com/rs/zerolog/hlog", "", "RequestIDHandler"}:                                                  zerologKey,
	{"github.com/go-chi/chi/v5/middleware", "", "RequestID"}:                                                chiIDKey,
	{"sigs.k8s.io/controller-runtime", "", "NewControllerManagedBy"}:                                        logrKey,
	{"sigs.k8s.io/controller-runtime/pkg/builder", "", "ControllerManagedBy"}:                               logrKey,
	{"sigs.k8s.io/controller-runtime/pkg/controller", "", "New"}:                                            logrKey,
	{"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp", "", "NewHandler"}:                     TraceKey,
	{"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp", "", "NewMiddleware"}:                  TraceKey,
	{"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc", "", "NewServerHandler"}: TraceKey,
	{"github.com/grpc-ecosystem/go-grpc-middleware/logging/zap", "", "UnaryServerInterceptor"}:              ctxzapKey,
	{"github.com/grpc-ecosystem/go-grpc-middleware/logging/zap", "", "StreamServerInterceptor"}:             ctxzapKey,
}

// MiddlewareOf returns the key under which a middleware, or what makes one, puts a value
// into the contexts of requests, "" if it is not known as one.
func MiddlewareOf(k Key) string { return middlewares[k] }

// middlewareProtocols say what the requests come by that middlewares stand before, by the
// paths of their packages.
var middlewareProtocols = map[string]string{
	"github.com/rs/zerolog/hlog":                                                  "http",
	"github.com/go-chi/chi/v5/middleware":                                         "http",
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp":               "http",
	"sigs.k8s.io/controller-runtime":                                              "reconcile",
	"sigs.k8s.io/controller-runtime/pkg/builder":                                  "reconcile",
	"sigs.k8s.io/controller-runtime/pkg/controller":                               "reconcile",
	"github.com/grpc-ecosystem/go-grpc-middleware/logging/zap":                    "grpc",
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc": "grpc",
}

// MiddlewareProtocol returns what the requests come by before which a middleware stands:
// "http", "grpc", or "reconcile" for rounds of reconcilers.
func MiddlewareProtocol(k Key) string { return middlewareProtocols[k.Pkg] }

// middlewareFields are what the loggers have that middlewares put into contexts, by key.
var middlewareFields = map[Key][]string{
	{"sigs.k8s.io/controller-runtime", "", "NewControllerManagedBy"}:          {"controller", "namespace", "name"},
	{"sigs.k8s.io/controller-runtime/pkg/builder", "", "ControllerManagedBy"}: {"controller", "namespace", "name"},
	{"sigs.k8s.io/controller-runtime/pkg/controller", "", "New"}:              {"controller", "namespace", "name"},
}

// MiddlewareFields returns the names of the fields that lines get from what a middleware
// puts into contexts, nil if they are not known.
func MiddlewareFields(k Key) []string { return middlewareFields[k] }

// readingHandlers make handlers, or loggers, of slog that add to each line what its
// context carries.
var readingHandlers = map[Key]bool{
	{"go.opentelemetry.io/contrib/bridges/otelslog", "", "NewHandler"}: true,
	{"go.opentelemetry.io/contrib/bridges/otelslog", "", "NewLogger"}:  true,
}

// MakesReadingHandler reports whether a function makes a handler of slog that reads the
// contexts of lines, or a logger that has one.
func MakesReadingHandler(k Key) bool { return readingHandlers[k] }

// ContextFunctions calls f for each function, and each variable that holds one, that the
// tables above name.
func ContextFunctions(f func(k Key)) {
	for _, table := range []map[Key]string{contextReaders, contextPutters, middlewares} {
		for k := range table {
			f(k)
		}
	}
	for k := range readingHandlers {
		f(k)
	}
}

// LineReads returns the key of what a line of a library reads from the context that it is
// given, which is not for the functions to say but for the handlers behind them, as a list;
// nil if it is not known.
func LineReads(fn *types.Func) []string {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	switch fn.Pkg().Path() {
	case "log/slog":
		return []string{SlogKey}
	case "github.com/uptrace/opentelemetry-go-extra/otelzap":
		return []string{TraceKey}
	}
	return nil
}

// contextStore is how the context of a framework keeps values: by methods that are given a
// key.
type contextStore struct{ sets, gets string }

// contextStores are those of the frameworks, by the path of the package and the name of
// the type.
var contextStores = map[string]map[string]contextStore{
	"github.com/gin-gonic/gin":    {"Context": {sets: "Set", gets: " Get MustGet GetString Value "}},
	"github.com/labstack/echo/v4": {"Context": {sets: "Set", gets: " Get "}},
	"github.com/labstack/echo/v5": {"Context": {sets: "Set", gets: " Get "}},
	"github.com/gofiber/fiber/v2": {"Ctx": {sets: "Locals", gets: " Locals "}},
	"github.com/gofiber/fiber/v3": {"Ctx": {sets: "Locals", gets: " Locals "}},
}

// ContextStores calls f for each method that puts a value into the context of a framework,
// or finds one there.
func ContextStores(f func(pkg, typ, method string)) {
	for pkg, types := range contextStores {
		for typ, s := range types {
			f(pkg, typ, s.sets)
			for name := range strings.FieldsSeq(s.gets) {
				f(pkg, typ, name)
			}
		}
	}
}

// SetsInFramework reports whether a method puts a value into the context of a framework,
// under the key that it is given first.
func SetsInFramework(fn *types.Func) bool {
	k := KeyOf(fn)
	s, ok := contextStores[k.Pkg][k.Recv]
	return ok && k.Name == s.sets
}

// GetsFromFramework reports whether a method finds a value in the context of a framework,
// under the key that it is given first.
func GetsFromFramework(fn *types.Func) bool {
	k := KeyOf(fn)
	for name := range strings.FieldsSeq(contextStores[k.Pkg][k.Recv].gets) {
		if name == k.Name {
			return true
		}
	}
	return false
}

// contextSetters replace the request, or its context, in the context of a framework.
var contextSetters = map[Key]bool{
	{"github.com/labstack/echo/v4", "Context", "SetRequest"}: true,
	{"github.com/labstack/echo/v5", "Context", "SetRequest"}: true,
	{"github.com/gofiber/fiber/v2", "Ctx", "SetUserContext"}: true,
	{"github.com/gofiber/fiber/v3", "Ctx", "SetContext"}:     true,
}

// SetsContext reports whether a method replaces the request, or the context, of what
// stands for a request.
func SetsContext(fn *types.Func) bool { return contextSetters[KeyOf(fn)] }

// ContextSetters calls f for each of them.
func ContextSetters(f func(k Key)) {
	for k := range contextSetters {
		f(k)
	}
}

// nexts are given to middlewares to call: what handles the request after them.
var nexts = map[string]string{
	"google.golang.org/grpc": " UnaryHandler StreamHandler ",
	"connectrpc.com/connect": " UnaryFunc StreamingHandlerFunc ",
}

// NextOf returns the path of the package that declares t, if that is the type of what a
// middleware of services is given to call; else "".
func NextOf(t types.Type) string {
	obj := declaredBy(t)
	if obj == nil {
		return ""
	}
	for name := range strings.FieldsSeq(nexts[obj.Pkg().Path()]) {
		if name == obj.Name() {
			return obj.Pkg().Path()
		}
	}
	return ""
}

// Nexts calls f for each of these types.
func Nexts(f func(pkg, name string)) {
	for pkg, names := range nexts {
		for name := range strings.FieldsSeq(names) {
			f(pkg, name)
		}
	}
}
