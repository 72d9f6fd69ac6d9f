package loggers

import (
	"context"

	"github.com/charmbracelet/log"
)

// sendCharmBare (bad): the line does not say why.
func sendCharmBare(ctx context.Context, logger *log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.Error("send parcel", "parcel", p.ID) // want `error from Depot\.Send is missing from the line logged for it.*\(novalue\)`
	}
}

// sendCharm (good): it does.
func sendCharm(ctx context.Context, logger *log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.Error("send parcel", "err", err)
	}
}

// sendCharmWith (good): by a logger that holds the error.
func sendCharmWith(ctx context.Context, logger *log.Logger, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		logger.With("err", err).Error("send parcel")
	}
}
