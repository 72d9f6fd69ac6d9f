package reporters

import (
	"context"

	"github.com/rollbar/rollbar-go"
)

// sendRollbar (good): the service is told.
func sendRollbar(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		rollbar.Error(err)
	}
}

// sendRollbarExtras (good): so with more about it.
func sendRollbarExtras(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		rollbar.ErrorWithExtras(rollbar.ERR, err, map[string]interface{}{"parcel": p.ID})
	}
}
