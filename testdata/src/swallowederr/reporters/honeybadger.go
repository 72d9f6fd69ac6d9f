package reporters

import (
	"context"

	"github.com/honeybadger-io/honeybadger-go"
)

// sendHoneybadger (good): the service is told.
func sendHoneybadger(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		honeybadger.Notify(err)
	}
}
