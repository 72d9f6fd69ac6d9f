// Package logrus holds lines written with logrus: an entry gathers fields and
// is a line only once a level is called on it.
package logrus

import (
	"context"

	"github.com/sirupsen/logrus"
	log "github.com/sirupsen/logrus"
)

type Ticket struct {
	ID    string
	Queue string
}

type Store interface {
	Save(ctx context.Context, t Ticket) error
	Load(ctx context.Context, id string) (Ticket, error)
}

type Desk struct {
	store  Store
	logger *logrus.Logger
	fields logrus.FieldLogger
	open   int
}

// file (bad): the ticket's fields, not the error.
func (d *Desk) file(ctx context.Context, t Ticket) {
	if err := d.store.Save(ctx, t); err != nil {
		log.WithFields(log.Fields{"ticket": t.ID, "queue": t.Queue}).Error("save ticket") // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// fileError (good): WithError adds it.
func (d *Desk) fileError(ctx context.Context, t Ticket) {
	if err := d.store.Save(ctx, t); err != nil {
		log.WithError(err).WithField("ticket", t.ID).Error("save ticket")
	}
}

// fileField (good): a field holds it.
func (d *Desk) fileField(ctx context.Context, t Ticket) {
	if err := d.store.Save(ctx, t); err != nil {
		d.logger.WithFields(logrus.Fields{"ticket": t.ID, "error": err}).Error("save ticket")
		d.logger.WithField("error", err.Error()).Warn("ticket lost")
	}
}

// fileArg (good): an argument of the line.
func (d *Desk) fileArg(ctx context.Context, t Ticket) {
	if err := d.store.Save(ctx, t); err != nil {
		log.Errorf("save ticket %s: %v", t.ID, err)
		log.Error(err)
	}
}

// unwritten (bad): an entry that holds the error and is never written.
func (d *Desk) unwritten(ctx context.Context, t Ticket) {
	if err := d.store.Save(ctx, t); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		log.WithError(err).WithField("ticket", t.ID)
	}
}

// steps (good): the entry is built in several statements.
func (d *Desk) steps(ctx context.Context, t Ticket) {
	entry := d.logger.WithField("ticket", t.ID)
	if err := d.store.Save(ctx, t); err != nil {
		entry = entry.WithError(err)
		if t.Queue != "" {
			entry = entry.WithField("queue", t.Queue)
		}
		entry.Error("save ticket")
		return
	}
	d.open++
}

// stepsBare (bad): the entry has never seen the error.
func (d *Desk) stepsBare(ctx context.Context, t Ticket) {
	entry := d.logger.WithContext(ctx).WithField("ticket", t.ID)
	if err := d.store.Save(ctx, t); err != nil {
		entry.Errorf("could not save %s", t.ID) // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
		return
	}
	d.open++
}

// fieldLogger (good): the interface's entries are entries.
func (d *Desk) fieldLogger(ctx context.Context, t Ticket) {
	if err := d.store.Save(ctx, t); err != nil {
		d.fields.WithError(err).Error("save ticket")
	}
}

// fieldLoggerBare (bad): a line by the interface, without the error.
func (d *Desk) fieldLoggerBare(ctx context.Context, t Ticket) {
	if err := d.store.Save(ctx, t); err != nil {
		d.fields.Errorf("could not save %s", t.ID) // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// fieldsFirst (good): a map of fields is made first.
func (d *Desk) fieldsFirst(ctx context.Context, t Ticket) {
	if err := d.store.Save(ctx, t); err != nil {
		fields := logrus.Fields{"ticket": t.ID}
		fields["error"] = err
		d.logger.WithFields(fields).Error("save ticket")
	}
}

// stepsLost (bad): unlike zerolog's event, an entry is copied: what WithError
// returns is let go.
func (d *Desk) stepsLost(ctx context.Context, t Ticket) {
	entry := d.logger.WithField("ticket", t.ID)
	if err := d.store.Save(ctx, t); err != nil {
		entry.WithError(err)
		entry.Error("save ticket") // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// stepsKept (good): what WithError returns is what writes the line.
func (d *Desk) stepsKept(ctx context.Context, t Ticket) {
	entry := d.logger.WithField("ticket", t.ID)
	if err := d.store.Save(ctx, t); err != nil {
		entry = entry.WithError(err)
		entry.Error("save ticket")
	}
}

// contextLost (bad): so with WithContext, which copies the entry as well.
func (d *Desk) contextLost(ctx context.Context, t Ticket) {
	entry := d.logger.WithField("ticket", t.ID)
	if err := d.store.Save(ctx, t); err != nil {
		failed := entry.WithError(err)
		failed.WithContext(ctx)
		entry.Error("save ticket") // want `error from Store\.Save is missing from the line logged for it.*\(novalue\)`
	}
}

// contextKept (good): the copy of a copy holds the error.
func (d *Desk) contextKept(ctx context.Context, t Ticket) {
	entry := d.logger.WithField("ticket", t.ID)
	if err := d.store.Save(ctx, t); err != nil {
		failed := entry.WithError(err)
		failed.WithContext(ctx).Dup().Error("save ticket")
	}
}
