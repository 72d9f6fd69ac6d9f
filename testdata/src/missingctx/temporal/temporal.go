// Package temporal holds activities of temporal, whose logger is had from the
// context of the activity.
package temporal

import (
	"context"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/log"
)

type Bank interface {
	Charge(ctx context.Context, id string) error
}

type Activities struct {
	bank   Bank
	logger log.Logger
}

// Charge (good): the logger is that of the activity.
func (a *Activities) Charge(ctx context.Context, id string) error {
	activity.GetLogger(ctx).Info("charging", "order", id)
	return a.bank.Charge(ctx, id)
}

// ChargeWith (good): so with fields added.
func (a *Activities) ChargeWith(ctx context.Context, id string) error {
	logger := log.With(activity.GetLogger(ctx), "order", id)
	logger.Info("charging")
	return a.bank.Charge(ctx, id)
}

// ChargeShared (bad): the line could be any activity's.
func (a *Activities) ChargeShared(ctx context.Context, id string) error {
	a.logger.Info("charging", "order", id) // want `Logger\.Info does not carry the request's context: the logger of activity\.GetLogger\(ctx\) would \(nocontext\)`
	return a.bank.Charge(ctx, id)
}
