// Package apex writes with apex/log, whose logger for a request is had from its
// context.
package apex

import (
	"context"

	"github.com/apex/log"
)

type Store interface {
	Pack(ctx context.Context, id string) error
}

type Packer struct{ store Store }

// pack (bad): the package's logger knows nothing of the request.
func (p *Packer) pack(ctx context.Context, id string) error {
	err := p.store.Pack(ctx, id)
	if err != nil {
		log.WithError(err).Error("pack") // want `\(\*log\.Entry\)\.Error does not carry the request's context: the logger of log\.FromContext\(ctx\) would \(nocontext\)`
	}
	return err
}

// packContext (good): the logger is the request's.
func (p *Packer) packContext(ctx context.Context, id string) error {
	err := p.store.Pack(ctx, id)
	if err != nil {
		log.FromContext(ctx).WithError(err).Error("pack")
	}
	return err
}

// packPlain (bad): nor does a function of the package.
func (p *Packer) packPlain(ctx context.Context, id string) error {
	err := p.store.Pack(ctx, id)
	if err != nil {
		log.Errorf("pack %s: %v", id, err) // want `log\.Errorf does not carry the request's context: the logger of log\.FromContext\(ctx\) would \(nocontext\)`
	}
	return err
}

// packLocal (good): a variable holds the request's logger.
func (p *Packer) packLocal(ctx context.Context, id string) error {
	logger := log.FromContext(ctx)
	err := p.store.Pack(ctx, id)
	if err != nil {
		logger.Error("pack " + id)
	}
	return err
}
