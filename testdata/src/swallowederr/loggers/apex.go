package loggers

import (
	"context"

	"github.com/apex/log"
)

// sendApexBare (bad): the line does not say why.
func sendApexBare(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.WithField("parcel", p.ID).Error("send parcel") // want `error from Depot\.Send is missing from the line logged for it.*\(novalue\)`
	}
}

// sendApex (good): it does.
func sendApex(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.WithField("parcel", p.ID).WithError(err).Error("send parcel")
	}
}

// sendApexUnwritten (bad): the entry is no line.
func sendApexUnwritten(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		log.WithError(err)
	}
}

// sendApexFormat (good): an argument of the line.
func sendApexFormat(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.Errorf("send parcel: %v", err)
	}
}
