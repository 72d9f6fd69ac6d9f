// Package glog stands in for github.com/golang/glog v1.2.5: the declarations
// that the corpora use.
package glog

import "context"

type Level int32

type Verbose bool

func V(level Level) Verbose { return false }

func (v Verbose) Infof(format string, args ...any) {}

func Error(args ...any) {}

func Errorf(format string, args ...any) {}

func ErrorContextf(ctx context.Context, format string, args ...any) {}
