package known

// binders are how loggers are had from a context, or bound to one, by the path
// of the package of their lines: what a line of it would have to be written
// with to carry what the context does.
var binders = map[string]string{
	"github.com/rs/zerolog":     "zerolog.Ctx",
	"github.com/rs/zerolog/log": "log.Ctx",

	"github.com/sirupsen/logrus": "logrus.WithContext",

	"github.com/go-logr/logr": "logr.FromContextOrDiscard",
	"k8s.io/klog/v2":          "klog.FromContext",

	"github.com/hashicorp/go-hclog":   "hclog.FromContext",
	"github.com/apex/log":             "log.FromContext",
	"github.com/charmbracelet/log":    "log.FromContext",
	"charm.land/log/v2":               "log.FromContext",
	"github.com/gofiber/fiber/v2/log": "log.WithContext",
	"github.com/gofiber/fiber/v3/log": "log.WithContext",

	"github.com/uptrace/opentelemetry-go-extra/otelzap": "otelzap.Ctx",
}

// Binder returns how to call the function that gives a logger of a context
// whose lines are those of package pkg, or "" if none is known.
func Binder(pkg string) string { return binders[pkg] }

// Binders calls f for each of them.
func Binders(f func(pkg, call string)) {
	for pkg, call := range binders {
		f(pkg, call)
	}
}

// loggerTypes are the types of loggers that modules declare interfaces over, by
// the path of their package.
var loggerTypes = map[string][]string{
	"log":                          {"Logger"},
	"log/slog":                     {"Logger"},
	"github.com/sirupsen/logrus":   {"Entry", "Logger"},
	"go.uber.org/zap":              {"SugaredLogger", "Logger"},
	"github.com/rs/zerolog":        {"Logger"},
	"github.com/apex/log":          {"Entry", "Logger"},
	"github.com/charmbracelet/log": {"Logger"},
	"github.com/go-logr/logr":      {"Logger"},
}

// Loggers returns the names of the types of loggers that package pkg
// declares.
func Loggers(pkg string) []string { return loggerTypes[pkg] }

// LoggerTypes calls f for each of them.
func LoggerTypes(f func(pkg, name string)) {
	for pkg, names := range loggerTypes {
		for _, name := range names {
			f(pkg, name)
		}
	}
}
