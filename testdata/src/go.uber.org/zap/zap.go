// Package zap stands in for go.uber.org/zap v1.28.0: the declarations that
// the corpora use, with bodies that do nothing.
package zap

import "go.uber.org/zap/zapcore"

type Field = zapcore.Field

const (
	DebugLevel = zapcore.DebugLevel
	ErrorLevel = zapcore.ErrorLevel
)

func Error(err error) Field { return Field{Interface: err} }

func NamedError(key string, err error) Field { return Field{Key: key, Interface: err} }

func String(key string, val string) Field { return Field{Key: key} }

func Int(key string, val int) Field { return Field{Key: key} }

func Any(key string, value interface{}) Field { return Field{Key: key, Interface: value} }

type Logger struct{ name string }

func L() *Logger { return nil }

func S() *SugaredLogger { return nil }

func (log *Logger) Sugar() *SugaredLogger { return nil }

func (log *Logger) Named(s string) *Logger { return log }

func (log *Logger) With(fields ...Field) *Logger { return log }

func (log *Logger) Check(lvl zapcore.Level, msg string) *zapcore.CheckedEntry { return nil }

func (log *Logger) Debug(msg string, fields ...Field) {}

func (log *Logger) Info(msg string, fields ...Field) {}

func (log *Logger) Warn(msg string, fields ...Field) {}

func (log *Logger) Error(msg string, fields ...Field) {}

func (log *Logger) Fatal(msg string, fields ...Field) {}

func (log *Logger) Sync() error { return nil }

type SugaredLogger struct{ base *Logger }

func (s *SugaredLogger) With(args ...interface{}) *SugaredLogger { return s }

func (s *SugaredLogger) Infow(msg string, keysAndValues ...interface{}) {}

func (s *SugaredLogger) Warnw(msg string, keysAndValues ...interface{}) {}

func (s *SugaredLogger) Error(args ...interface{}) {}

func (s *SugaredLogger) Errorf(template string, args ...interface{}) {}

func (s *SugaredLogger) Errorw(msg string, keysAndValues ...interface{}) {}
