package reporters

import (
	"context"

	"github.com/bugsnag/bugsnag-go"
)

// sendBugsnag (good): the service is told.
func sendBugsnag(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		bugsnag.Notify(err)
	}
}
