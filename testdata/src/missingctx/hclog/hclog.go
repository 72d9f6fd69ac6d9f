// Package hclog writes with hclog, whose logger for a request is had from its
// context.
package hclog

import (
	"context"

	"github.com/hashicorp/go-hclog"
)

type Store interface {
	Seal(ctx context.Context, id string) error
}

type Vault struct {
	store  Store
	logger hclog.Logger
}

// seal (bad): the vault's logger is the same for all requests.
func (v *Vault) seal(ctx context.Context, id string) error {
	err := v.store.Seal(ctx, id)
	if err != nil {
		v.logger.Error("seal", "err", err) // want `hclog\.Logger\.Error does not carry the request's context: the logger of hclog\.FromContext\(ctx\) would \(nocontext\)`
	}
	return err
}

// sealContext (good): the logger is the request's.
func (v *Vault) sealContext(ctx context.Context, id string) error {
	err := v.store.Seal(ctx, id)
	if err != nil {
		hclog.FromContext(ctx).Error("seal", "err", err)
	}
	return err
}

// sealNamed (bad): a name for a part of the program binds it to nothing.
func (v *Vault) sealNamed(ctx context.Context, id string) error {
	logger := v.logger.Named("seal").With("version", 2)
	err := v.store.Seal(ctx, id)
	if err != nil {
		logger.Warn("seal", "err", err) // want `hclog\.Logger\.Warn does not carry the request's context: the logger of hclog\.FromContext\(ctx\) would \(nocontext\)`
	}
	return err
}

// sealNamedContext (good): the part's logger is made of the request's.
func (v *Vault) sealNamedContext(ctx context.Context, id string) error {
	logger := hclog.FromContext(ctx).Named("seal").With("id", id)
	err := v.store.Seal(ctx, id)
	if err != nil {
		logger.Warn("seal", "err", err)
	}
	return err
}

// sealGiven (good): whoever hands the logger in has had the chance to bind it.
func (v *Vault) sealGiven(ctx context.Context, logger hclog.Logger, id string) error {
	err := v.store.Seal(ctx, id)
	if err != nil {
		logger.Error("seal", "err", err)
	}
	return err
}
