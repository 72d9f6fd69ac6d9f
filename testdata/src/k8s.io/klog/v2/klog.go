// Package klog stands in for k8s.io/klog/v2 v2.140.0: the declarations that
// the corpora use.
package klog

import (
	"context"

	"github.com/go-logr/logr"
)

type Logger = logr.Logger

func FromContext(ctx context.Context) Logger { return Logger{} }

func InfoS(msg string, keysAndValues ...interface{}) {}

func ErrorS(err error, msg string, keysAndValues ...interface{}) {}

func Warningf(format string, args ...interface{}) {}

func Errorf(format string, args ...interface{}) {}
