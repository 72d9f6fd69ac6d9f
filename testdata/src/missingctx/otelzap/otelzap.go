// Package otelzap writes with zap by way of otelzap, whose lines are tied to
// the trace of the context that they are given.
package otelzap

import (
	"context"

	"github.com/uptrace/opentelemetry-go-extra/otelzap"
	"go.uber.org/zap"
)

type Store interface {
	Ship(ctx context.Context, id string) error
}

type Dock struct {
	store  Store
	logger *otelzap.Logger
}

// ship (bad): the method is zap's, the variant that takes the context is beside it.
func (d *Dock) ship(ctx context.Context, id string) error {
	err := d.store.Ship(ctx, id)
	if err != nil {
		d.logger.Error("ship", zap.Error(err)) // want `\(\*zap\.Logger\)\.Error does not carry the request's context: \(\*otelzap\.Logger\)\.ErrorContext with ctx would \(nocontext\)`
	}
	return err
}

// shipContext (good): it is called.
func (d *Dock) shipContext(ctx context.Context, id string) error {
	err := d.store.Ship(ctx, id)
	if err != nil {
		d.logger.ErrorContext(ctx, "ship", zap.Error(err))
	}
	return err
}

// shipGlobal (bad): so with the global logger.
func (d *Dock) shipGlobal(ctx context.Context, id string) error {
	err := d.store.Ship(ctx, id)
	if err != nil {
		otelzap.L().Warn("ship", zap.Error(err)) // want `\(\*zap\.Logger\)\.Warn does not carry the request's context: \(\*otelzap\.Logger\)\.WarnContext with ctx would \(nocontext\)`
	}
	return err
}

// shipBound (good): the logger is bound to it.
func (d *Dock) shipBound(ctx context.Context, id string) error {
	err := d.store.Ship(ctx, id)
	if err != nil {
		d.logger.Ctx(ctx).Error("ship", zap.Error(err))
		otelzap.Ctx(ctx).Error("ship", zap.Error(err))
	}
	return err
}

// shipPlain (good here): what is zap's alone has no variant.
func (d *Dock) shipPlain(ctx context.Context, logger *zap.Logger, id string) error {
	err := d.store.Ship(ctx, id)
	if err != nil {
		zap.L().Error("ship", zap.Error(err))
	}
	return err
}
