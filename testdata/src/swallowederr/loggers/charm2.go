package loggers

import (
	"context"

	"charm.land/log/v2"
)

// sendCharm2Bare (bad): the line does not say why.
func sendCharm2Bare(ctx context.Context, logger *log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.Error("send parcel", "parcel", p.ID) // want `error from Depot\.Send is missing from the line logged for it.*\(novalue\)`
	}
}

// sendCharm2 (good): it does.
func sendCharm2(ctx context.Context, logger *log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.Errorf("send parcel: %v", err)
	}
}

// sendCharm2With (good): by a logger that holds the error.
func sendCharm2With(ctx context.Context, logger *log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		logger.With("err", err).Error("send parcel")
	}
}
