// Package own has loggers of its own interface, behind which logrus stands.
package own

import (
	"context"
	"net/http"

	"github.com/sirupsen/logrus"
)

// A Logger is what lines are written with.
type Logger interface {
	Errorf(format string, args ...any)
	Warn(args ...any)
	WithError(err error) *logrus.Entry
}

type loggerKey struct{}

// LoggerOf returns the logger of a context.
func LoggerOf(ctx context.Context) Logger {
	if l, ok := ctx.Value(loggerKey{}).(Logger); ok {
		return l
	}
	return logrus.WithField("logger", "default")
}

// show (good): its logger is the request's.
func show(w http.ResponseWriter, r *http.Request) {
	LoggerOf(r.Context()).Warn("shown")
}

// list (bad): logrus itself knows no request.
func list(w http.ResponseWriter, r *http.Request) {
	logrus.Warn("listed") // want `logrus\.Warn does not carry the request's context: the logger of LoggerOf\(r\.Context\(\)\) would \(nocontext\)`
}

// count (bad): nor does the context of the program.
func count(w http.ResponseWriter, r *http.Request) {
	LoggerOf(context.Background()).Errorf("counted") // want `Logger\.Errorf writes with a logger of context\.Background\(\) while r\.Context\(\) is in reach \(background\)`
}
