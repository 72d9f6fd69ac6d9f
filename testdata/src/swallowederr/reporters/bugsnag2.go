package reporters

import (
	"context"

	"github.com/bugsnag/bugsnag-go/v2"
)

// sendBugsnag2 (good): the service is told.
func sendBugsnag2(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		bugsnag.Notify(err, ctx)
	}
}

// sendBugsnagNew (good): by a notifier made for the purpose.
func sendBugsnagNew(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		bugsnag.New(ctx).NotifySync(err, true)
	}
}

// sendBugsnagUntold (bad): the notifier is made, and told nothing.
func sendBugsnagUntold(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		_ = bugsnag.New(ctx)
	}
}
