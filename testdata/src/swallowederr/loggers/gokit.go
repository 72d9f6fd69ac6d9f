package loggers

import (
	"context"

	"github.com/go-kit/log"
	"github.com/go-kit/log/level"
)

// sendGokitBare (bad): the line does not say why.
func sendGokitBare(ctx context.Context, logger log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		level.Error(logger).Log("msg", "send parcel", "parcel", p.ID) // want `error from Depot\.Send is missing from the line logged for it.*\(novalue\)`
	}
}

// sendGokit (good): it does.
func sendGokit(ctx context.Context, logger log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		level.Error(logger).Log("msg", "send parcel", "err", err)
	}
}

// sendGokitWith (good): by a logger that holds the error.
func sendGokitWith(ctx context.Context, logger log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		level.Error(log.With(logger, "err", err)).Log("msg", "send parcel")
	}
}
