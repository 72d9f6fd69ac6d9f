// Package log stands in for github.com/rs/zerolog/log v1.35.1: the
// declarations that the corpora use, with bodies that do nothing.
package log

import (
	"context"
	"os"

	"github.com/rs/zerolog"
)

var Logger = zerolog.New(os.Stderr).With().Timestamp().Logger()

func With() zerolog.Context { return Logger.With() }

func Err(err error) *zerolog.Event { return Logger.Err(err) }

func Debug() *zerolog.Event { return Logger.Debug() }

func Info() *zerolog.Event { return Logger.Info() }

func Warn() *zerolog.Event { return Logger.Warn() }

func Error() *zerolog.Event { return Logger.Error() }

func Fatal() *zerolog.Event { return Logger.Fatal() }

func Ctx(ctx context.Context) *zerolog.Logger { return zerolog.Ctx(ctx) }
