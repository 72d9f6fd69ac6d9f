// Package otelzap stands in for
// github.com/uptrace/opentelemetry-go-extra/otelzap v0.3.2: the declarations
// that the corpora use.
package otelzap

import (
	"context"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

type Logger struct {
	*zap.Logger
}

type LoggerWithCtx struct{ l *Logger }

func L() *Logger { return nil }

func Ctx(ctx context.Context) LoggerWithCtx { return LoggerWithCtx{} }

func (l *Logger) Ctx(ctx context.Context) LoggerWithCtx { return LoggerWithCtx{l} }

func (l *Logger) ErrorContext(ctx context.Context, msg string, fields ...zapcore.Field) {}

func (l *Logger) WarnContext(ctx context.Context, msg string, fields ...zapcore.Field) {}

func (l LoggerWithCtx) Error(msg string, fields ...zapcore.Field) {}
