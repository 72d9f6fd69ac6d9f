package helpers

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
)

// ErrMail is what callers of this package see.
var ErrMail = errors.New("mail not sent")

// Mail is one message.
type Mail struct {
	ID string
	To string
}

// Outbox is the remote mail service.
type Outbox interface {
	Send(ctx context.Context, m Mail) error
	Load(ctx context.Context, id string) (Mail, error)
}

// Reporter takes errors to wherever they are looked at.
type Reporter interface {
	Report(err error)
}

// Mailer sends mails.
type Mailer struct {
	outbox   Outbox
	reporter Reporter
	logger   *slog.Logger
	errs     []error
	waiting  []Mail
	sent     int
	down     bool
}

// logErr logs the error.
func (m *Mailer) logErr(op string, err error) {
	m.logger.Error(op, "err", err)
}

// note logs the error through another helper.
func (m *Mailer) note(id string, err error) {
	m.logErr("mail "+id, err)
}

// logIf logs the error if there is one.
func logIf(op string, err error) {
	if err != nil {
		log.Printf("%s: %v", op, err)
	}
}

// must ends the program on an error.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// wrap adds the mail to the error.
func wrap(m Mail, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("mail %s to %s: %w", m.ID, m.To, err)
}

// collect keeps the error for the end of the run.
func (m *Mailer) collect(err error) {
	if err != nil {
		m.errs = append(m.errs, err)
	}
}

// unlessGone logs the error unless the caller went away.
func unlessGone(op string, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	log.Printf("%s: %v", op, err)
}

// try logs the error if there is one, and says whether there was none.
func (m *Mailer) try(op string, err error) bool {
	if err != nil {
		m.logErr(op, err)
		return false
	}
	return true
}

// succeeded only says whether there was an error.
func succeeded(err error) bool { return err == nil }

// fetch loads a mail and logs what it returns.
func (m *Mailer) fetch(ctx context.Context, id string) (Mail, error) {
	mail, err := m.outbox.Load(ctx, id)
	if err != nil {
		log.Printf("fetch %s: %v", id, err)
		return Mail{}, err
	}
	return mail, nil
}

// fetchQuiet loads a mail and leaves it to its callers to say why it failed.
func (m *Mailer) fetchQuiet(ctx context.Context, id string) (Mail, error) {
	mail, err := m.outbox.Load(ctx, id)
	if err != nil {
		return Mail{}, fmt.Errorf("fetch %s: %w", id, err)
	}
	return mail, nil
}
