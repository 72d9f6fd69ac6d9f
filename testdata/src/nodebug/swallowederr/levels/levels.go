// Package levels holds lines of different levels, looked at with lines at level
// debug taken to be switched off.
package levels

import (
	"context"
	"log/slog"

	"github.com/go-kit/log"
	"github.com/go-kit/log/level"
	"github.com/golang/glog"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
)

type Parcel struct{ ID string }

type Depot interface {
	Send(ctx context.Context, p Parcel) error
}

// debug (bad): nobody reads the line.
func debug(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		slog.DebugContext(ctx, "send parcel", "err", err)
	}
}

// info (good): somebody may.
func info(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		slog.InfoContext(ctx, "send parcel", "err", err)
	}
}

// debugToo (good): two lines, and one of them counts.
func debugToo(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		slog.DebugContext(ctx, "send parcel", "parcel", p, "err", err)
		slog.ErrorContext(ctx, "send parcel", "err", err)
	}
}

// debugReturned (good): the caller gets the error.
func debugReturned(ctx context.Context, d Depot, p Parcel) error {
	if err := d.Send(ctx, p); err != nil {
		slog.DebugContext(ctx, "send parcel", "err", err)
		return err
	}
	return nil
}

// built (bad): the level is that of the call that begins the line.
func built(ctx context.Context, logger zerolog.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		logger.Debug().Err(err).Msg("send parcel")
	}
}

// builtWarn (good): so here.
func builtWarn(ctx context.Context, logger zerolog.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		logger.Warn().Err(err).Msg("send parcel")
	}
}

// wrapped (bad): the level is in the logger.
func wrapped(ctx context.Context, logger log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		level.Debug(logger).Log("msg", "send parcel", "err", err)
	}
}

// wrappedError (good): so here.
func wrappedError(ctx context.Context, logger log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		level.Error(logger).Log("msg", "send parcel", "err", err)
	}
}

// verbose (bad): written only where it is asked for.
func verbose(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		glog.V(2).Infof("send parcel: %v", err)
	}
}

// bare (bad): the line that counts lacks the error.
func bare(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		logrus.Error("send parcel") // want `error from Depot\.Send is missing from the line logged for it.*\(novalue\)`
		slog.DebugContext(ctx, "send parcel", "err", err)
	}
}
