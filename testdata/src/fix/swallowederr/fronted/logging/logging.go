// Package logging stands before zerolog.
package logging

import "github.com/rs/zerolog"

var Logger zerolog.Logger

func Debug() *zerolog.Event { return Logger.Debug() }
func Info() *zerolog.Event  { return Logger.Info() }
func Warn() *zerolog.Event  { return Logger.Warn() }
func Error() *zerolog.Event { return Logger.Error() }
