package reporters

import (
	"context"

	"github.com/newrelic/go-agent/v3/newrelic"
)

// sendNewrelic (good): the transaction is told.
func sendNewrelic(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		newrelic.FromContext(ctx).NoticeError(err)
	}
}

// sendNewrelicAttribute (bad): the attribute is not the error.
func sendNewrelicAttribute(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		newrelic.FromContext(ctx).AddAttribute("parcel", p.ID)
	}
}
