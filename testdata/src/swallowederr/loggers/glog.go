package loggers

import (
	"context"

	"github.com/golang/glog"
)

// sendGlogBare (bad): the line does not say why.
func sendGlogBare(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		glog.Error("send parcel ", p.ID) // want `error from Depot\.Send is missing from the line logged for it.*\(novalue\)`
	}
}

// sendGlog (good): it does.
func sendGlog(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		glog.Errorf("send parcel %s: %v", p.ID, err)
	}
}

// sendGlogContext (good): so with the context.
func sendGlogContext(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		glog.ErrorContextf(ctx, "send parcel: %v", err)
	}
}
