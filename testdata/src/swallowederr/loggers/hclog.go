package loggers

import (
	"context"

	"github.com/hashicorp/go-hclog"
)

// sendHclogBare (bad): the line does not say why.
func sendHclogBare(ctx context.Context, logger hclog.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		logger.Error("send parcel", "parcel", p.ID) // want `error from Depot\.Send is missing from the line logged for it.*\(novalue\)`
	}
}

// sendHclog (good): it does.
func sendHclog(ctx context.Context, logger hclog.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		logger.Error("send parcel", "parcel", p.ID, "error", err)
	}
}

// sendHclogWith (good): by a logger that holds the error.
func sendHclogWith(ctx context.Context, logger hclog.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		logger.Named("depot").With("error", err).Error("send parcel")
	}
}
