// Package charm writes with charmbracelet/log, whose logger for a request is
// had from its context.
package charm

import (
	"context"

	log2 "charm.land/log/v2"
	"github.com/charmbracelet/log"
)

type Store interface {
	Brew(ctx context.Context, id string) error
}

type Pot struct {
	store  Store
	logger *log.Logger
}

// brew (bad): the pot's logger is the same for all requests.
func (p *Pot) brew(ctx context.Context, id string) error {
	err := p.store.Brew(ctx, id)
	if err != nil {
		p.logger.Error("brew", "err", err) // want `\(\*log\.Logger\)\.Error does not carry the request's context: the logger of log\.FromContext\(ctx\) would \(nocontext\)`
	}
	return err
}

// brewContext (good): the logger is the request's.
func (p *Pot) brewContext(ctx context.Context, id string) error {
	err := p.store.Brew(ctx, id)
	if err != nil {
		log.FromContext(ctx).With("id", id).Error("brew", "err", err)
	}
	return err
}

// brewPlain (bad): the package's logger is no request's.
func (p *Pot) brewPlain(ctx context.Context, id string) error {
	err := p.store.Brew(ctx, id)
	if err != nil {
		log.Warn("brew", "err", err) // want `log\.Warn does not carry the request's context: the logger of log\.FromContext\(ctx\) would \(nocontext\)`
	}
	return err
}

// brewAgain (bad): version 2 has another path.
func (p *Pot) brewAgain(ctx context.Context, id string) error {
	err := p.store.Brew(ctx, id)
	if err != nil {
		log2.Warn("brew", "err", err) // want `log\.Warn does not carry the request's context: the logger of log\.FromContext\(ctx\) would \(nocontext\)`
	}
	return err
}

// brewAgainContext (good): and a logger of its own for the request.
func (p *Pot) brewAgainContext(ctx context.Context, id string) error {
	err := p.store.Brew(ctx, id)
	if err != nil {
		log2.FromContext(ctx).Warn("brew", "err", err)
	}
	return err
}
