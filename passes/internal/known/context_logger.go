package known

import "go/types"

// sureBinders give a logger that writes also for a context that holds none. Of the
// others a line is lost, or a nil logger used, where nothing has put one there.
var sureBinders = map[Key]bool{
	{"github.com/sirupsen/logrus", "", "WithContext"}:                       true,
	{"k8s.io/klog/v2", "", "FromContext"}:                                   true,
	{"sigs.k8s.io/controller-runtime", "", "LoggerFrom"}:                    true,
	{"sigs.k8s.io/controller-runtime/pkg/log", "", "FromContext"}:           true,
	{"github.com/hashicorp/go-hclog", "", "FromContext"}:                    true,
	{"github.com/apex/log", "", "FromContext"}:                              true,
	{"github.com/charmbracelet/log", "", "FromContext"}:                     true,
	{"charm.land/log/v2", "", "FromContext"}:                                true,
	{"github.com/gofiber/fiber/v2/log", "", "WithContext"}:                  true,
	{"github.com/gofiber/fiber/v3/log", "", "WithContext"}:                  true,
	{"github.com/uptrace/opentelemetry-go-extra/otelzap", "", "Ctx"}:        true,
	{"github.com/containerd/log", "", "G"}:                                  true,
	{"github.com/containerd/log", "", "GetLogger"}:                          true,
	{"github.com/containerd/containerd/log", "", "G"}:                       true,
	{"github.com/containerd/containerd/log", "", "GetLogger"}:               true,
	{"github.com/veqryn/slog-context", "", "FromCtx"}:                       true,
	{"github.com/grpc-ecosystem/go-grpc-middleware/logging", "", "Extract"}: true,
}

// AlwaysGivesLogger reports whether a function, or a variable that holds one, gives
// a logger that writes whatever context it is given.
func AlwaysGivesLogger(pkg, name string) bool { return sureBinders[Key{pkg, "", name}] }

// loggerPutters put the logger that they are given into the contexts of requests,
// and do not return one.
var loggerPutters = map[Key]bool{
	{"context", "", "WithValue"}:                                                                true,
	{"github.com/rs/zerolog/hlog", "", "NewHandler"}:                                            true,
	{"github.com/go-chi/httplog", "", "RequestLogger"}:                                          true,
	{"github.com/go-chi/httplog/v2", "", "RequestLogger"}:                                       true,
	{"github.com/grpc-ecosystem/go-grpc-middleware/logging/zap", "", "UnaryServerInterceptor"}:  true,
	{"github.com/grpc-ecosystem/go-grpc-middleware/logging/zap", "", "StreamServerInterceptor"}: true,
	{"github.com/gin-gonic/gin", "Context", "Set"}:                                              true,
	{"github.com/labstack/echo/v4", "Context", "Set"}:                                           true,
	{"github.com/gofiber/fiber/v2", "Ctx", "Locals"}:                                            true,
}

// PutsLogger reports whether a function puts a logger that it is given into a
// context.
func PutsLogger(fn *types.Func) bool { return loggerPutters[KeyOf(fn)] }

// defaultLoggers return the logger of the program.
var defaultLoggers = map[Key]bool{
	{"log", "", "Default"}:                               true,
	{"log/slog", "", "Default"}:                          true,
	{"go.uber.org/zap", "", "L"}:                         true,
	{"go.uber.org/zap", "", "S"}:                         true,
	{"github.com/sirupsen/logrus", "", "StandardLogger"}: true,
	{"github.com/hashicorp/go-hclog", "", "Default"}:     true,
	{"github.com/hashicorp/go-hclog", "", "L"}:           true,
	{"k8s.io/klog/v2", "", "Background"}:                 true,
	{"github.com/charmbracelet/log", "", "Default"}:      true,
	{"charm.land/log/v2", "", "Default"}:                 true,
}

// IsDefaultLogger reports whether a function returns the logger of the program.
func IsDefaultLogger(fn *types.Func) bool { return defaultLoggers[KeyOf(fn)] }

// discards make loggers that write nothing.
var discards = map[Key]bool{
	{"go.uber.org/zap", "", "NewNop"}:                      true,
	{"github.com/rs/zerolog", "", "Nop"}:                   true,
	{"github.com/go-logr/logr", "", "Discard"}:             true,
	{"github.com/hashicorp/go-hclog", "", "NewNullLogger"}: true,
}

// Discards reports whether a function makes a logger that writes nothing.
func Discards(fn *types.Func) bool { return discards[KeyOf(fn)] }
