// Package logger stands in for gorm.io/gorm/logger v1.31.2.
package logger

type LogLevel int

const (
	Silent LogLevel = iota + 1
	Error
	Warn
	Info
)

type Interface interface {
	LogMode(LogLevel) Interface
}

var Default Interface

var Discard Interface
