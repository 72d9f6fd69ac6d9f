// Package lg gives loggers of contexts by a variable that may be set.
package lg

import (
	"context"

	"github.com/sirupsen/logrus"
)

// G is short for GetLogger.
var G = GetLogger

// L is the logger of those who have no context.
var L = logrus.WithField("program", "bound")

type key struct{}

// GetLogger returns the logger of a context.
func GetLogger(ctx context.Context) *logrus.Entry {
	if l, ok := ctx.Value(key{}).(*logrus.Entry); ok {
		return l
	}
	return L.WithContext(ctx)
}
