// Package zerolog holds lines written with zerolog: an event is begun, filled
// step by step, and is a line only once it is sent.
package zerolog

import (
	"context"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

type Parcel struct {
	ID    string
	Label string
}

type Store interface {
	Save(ctx context.Context, p Parcel) error
	Load(ctx context.Context, id string) (Parcel, error)
}

type Depot struct {
	store  Store
	logger zerolog.Logger
	sent   int
}

// keep (bad): the event has everything but the error.
func (d *Depot) keep(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		log.Error().Str("parcel", p.ID).Msg("save parcel") // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// keepErr (good): Err puts the error in.
func (d *Depot) keepErr(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		log.Error().Err(err).Str("parcel", p.ID).Msg("save parcel")
	}
}

// keepField (bad): the fields are the parcel's and the depot's.
func (d *Depot) keepField(ctx context.Context, p Parcel) {
	err := d.store.Save(ctx, p)
	if err != nil {
		d.logger.Warn().Str("parcel", p.ID).Int("sent", d.sent).Msgf("parcel %s not saved", p.ID) // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
		return
	}
	d.sent++
}

// keepMsgf (good): the text has it.
func (d *Depot) keepMsgf(ctx context.Context, p Parcel) {
	err := d.store.Save(ctx, p)
	if err != nil {
		d.logger.Warn().Str("parcel", p.ID).Int("sent", d.sent).Msgf("parcel %s not saved: %v", p.ID, err)
		return
	}
	d.sent++
}

// keepNamed (good): under a name of its own.
func (d *Depot) keepNamed(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		zerolog.Ctx(ctx).Error().AnErr("cause", err).Msg("save parcel")
	}
}

// unsent (bad): the event is filled and never sent.
func (d *Depot) unsent(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		log.Error().Err(err).Str("parcel", p.ID)
	}
}

// sentOff (good): Send sends it.
func (d *Depot) sentOff(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		log.Error().Err(err).Str("parcel", p.ID).Send()
	}
}

// steps (good): the event is built in three statements.
func (d *Depot) steps(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		e := log.Error()
		e = e.Err(err)
		if p.Label != "" {
			e = e.Str("label", p.Label)
		}
		e.Msg("save parcel")
	}
}

// stepsInPlace (good): the event is a pointer, what Err returns is the same.
func (d *Depot) stepsInPlace(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		e := d.logger.Error()
		e.Err(err)
		e.Str("label", p.Label)
		e.Msg("save parcel")
	}
}

// stepsWithout (bad): nobody gives the event the error.
func (d *Depot) stepsWithout(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		e := log.Error()
		e = e.Str("parcel", p.ID)
		if p.Label != "" {
			e = e.Str("label", p.Label)
		}
		e.Msg("save parcel") // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// stepsUnsent (bad): two statements, and no Msg.
func (d *Depot) stepsUnsent(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		e := log.Error()
		e.Err(err)
	}
}

// short (good): Err begins a line that has the error.
func (d *Depot) short(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		log.Err(err).Msg("save parcel")
		d.logger.Err(err).Send()
	}
}

// fromContext (good): the logger is the context's.
func (d *Depot) fromContext(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		log.Ctx(ctx).Err(err).Msg("save parcel")
	}
}

// fromContextBare (bad): the logger is the context's, the error nobody's.
func (d *Depot) fromContextBare(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		log.Ctx(ctx).Error().Msg("save parcel") // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// sub (good): a logger that holds the error writes it.
func (d *Depot) sub(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		logger := d.logger.With().Str("parcel", p.ID).Err(err).Logger()
		logger.Error().Msg("save parcel")
	}
}

// subUnused (bad): a logger that holds the error, and writes nothing.
func (d *Depot) subUnused(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		_ = d.logger.With().Str("parcel", p.ID).Err(err).Logger()
		return
	}
	d.sent++
}

// guarded (good): a nil event is a level that is switched off.
func (d *Depot) guarded(ctx context.Context, p Parcel) {
	if err := d.store.Save(ctx, p); err != nil {
		if e := d.logger.Debug(); e.Enabled() {
			e.Err(err).Msg("save parcel")
			return
		}
		d.logger.Error().Err(err).Msg("save parcel")
	}
}

// another (bad): the event has the error of the save, which is nil by then.
func (d *Depot) another(ctx context.Context, p Parcel) {
	err := d.store.Save(ctx, p)
	if err != nil {
		log.Err(err).Msg("save parcel")
		return
	}
	defer func() {
		// best effort
		if cerr := d.store.Save(ctx, Parcel{}); cerr != nil {
			log.Ctx(ctx).Warn().Err(err).Str("parcel", p.ID).Msg("save the empty parcel") // want `error from Store\.Save is missing from the line logged for it, which has another error.*\(novalue\)`
		}
	}()
	d.sent++
}

// own (good): the event has its own error, and another as well.
func (d *Depot) own(ctx context.Context, p Parcel) {
	err := d.store.Save(ctx, p)
	defer func() {
		if cerr := d.store.Save(ctx, Parcel{}); cerr != nil {
			log.Ctx(ctx).Warn().Err(cerr).AnErr("first", err).Msg("save the empty parcel")
		}
	}()
	if err != nil {
		log.Err(err).Msg("save parcel")
		return
	}
	d.sent++
}
