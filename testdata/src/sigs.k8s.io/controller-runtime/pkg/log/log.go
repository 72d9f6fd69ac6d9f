// Package log stands in for sigs.k8s.io/controller-runtime/pkg/log v0.25.2:
// the declarations that the corpora use.
package log

import (
	"context"

	"github.com/go-logr/logr"
)

func FromContext(ctx context.Context, keysAndValues ...any) logr.Logger { return logr.Logger{} }

func IntoContext(ctx context.Context, log logr.Logger) context.Context { return ctx }
