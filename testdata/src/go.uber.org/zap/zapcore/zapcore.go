// Package zapcore stands in for go.uber.org/zap/zapcore v1.28.0: the
// declarations that the corpora use, with bodies that do nothing.
package zapcore

type Level int8

const (
	DebugLevel Level = iota - 1
	InfoLevel
	WarnLevel
	ErrorLevel
)

type Field struct {
	Key       string
	Interface any
}

type CheckedEntry struct{ dirty bool }

func (ce *CheckedEntry) Write(fields ...Field) {}
