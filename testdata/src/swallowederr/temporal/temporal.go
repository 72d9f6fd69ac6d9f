// Package temporal holds workflows and activities of temporal, whose errors
// are recorded in the history of the workflow.
package temporal

import (
	"context"

	"go.temporal.io/sdk/activity"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"
)

type Bank interface {
	Charge(ctx context.Context, id string) error
}

type Activities struct{ bank Bank }

// Charge (good): the server records the error, and tries again.
func (a *Activities) Charge(ctx context.Context, id string) error {
	return a.bank.Charge(ctx, id)
}

// ChargeOnce (good): it is not tried again, and the cause is recorded.
func (a *Activities) ChargeOnce(ctx context.Context, id string) error {
	if err := a.bank.Charge(ctx, id); err != nil {
		return temporal.NewNonRetryableApplicationError("charge order", "Charge", err)
	}
	return nil
}

// ChargeText (bad): the history says that it failed, not why.
func (a *Activities) ChargeText(ctx context.Context, id string) error {
	if err := a.bank.Charge(ctx, id); err != nil {
		return temporal.NewApplicationError("charge order", "Charge") // want `error from Bank\.Charge is replaced: .*\(replaced\)`
	}
	return nil
}

// ChargeLost (bad): the history says that all went well.
func (a *Activities) ChargeLost(ctx context.Context, id string) error {
	if err := a.bank.Charge(ctx, id); err != nil { // want `error from Bank\.Charge is dropped: .*\(dropped\)`
		return nil
	}
	return nil
}

// ChargeLogged (good): written with the activity's logger.
func (a *Activities) ChargeLogged(ctx context.Context, id string) error {
	if err := a.bank.Charge(ctx, id); err != nil {
		activity.GetLogger(ctx).Error("charge order", "error", err)
		return nil
	}
	return nil
}

// ChargeBare (bad): the line lacks the error.
func (a *Activities) ChargeBare(ctx context.Context, id string) error {
	if err := a.bank.Charge(ctx, id); err != nil {
		activity.GetLogger(ctx).Error("charge order", "order", id) // want `error from Bank\.Charge is missing from the line logged for it.*\(novalue\)`
		return nil
	}
	return nil
}

// Order (good): the workflow fails with its activity.
func Order(ctx workflow.Context, id string) error {
	var a *Activities
	return workflow.ExecuteActivity(ctx, a.Charge, id).Get(ctx, nil)
}

// OrderLost (bad): the workflow goes on as if it had been charged.
func OrderLost(ctx workflow.Context, id string) error {
	var a *Activities
	workflow.ExecuteActivity(ctx, a.Charge, id).Get(ctx, nil) // want `error from internal\.Future\.Get is discarded: .*\(discarded\)`
	return workflow.ExecuteActivity(ctx, a.ChargeOnce, id).Get(ctx, nil)
}

// OrderDropped (bad): looked at, and let go.
func OrderDropped(ctx workflow.Context, id string) error {
	var a *Activities
	if err := workflow.ExecuteActivity(ctx, a.Charge, id).Get(ctx, nil); err != nil { // want `error from internal\.Future\.Get is dropped: .*\(dropped\)`
		return nil
	}
	return workflow.ExecuteActivity(ctx, a.ChargeOnce, id).Get(ctx, nil)
}

// OrderLogged (good): written with the workflow's logger.
func OrderLogged(ctx workflow.Context, id string) error {
	var a *Activities
	if err := workflow.ExecuteActivity(ctx, a.Charge, id).Get(ctx, nil); err != nil {
		workflow.GetLogger(ctx).Warn("order is not charged", "error", err)
		return nil
	}
	return nil
}

// OrderTimeout (good): only an activity that took too long is let go.
func OrderTimeout(ctx workflow.Context, id string) error {
	var a *Activities
	err := workflow.ExecuteActivity(ctx, a.Charge, id).Get(ctx, nil)
	if temporal.IsTimeoutError(err) {
		return nil
	}
	return err
}
