package helpers

import (
	"context"
	"errors"
)

// Send is bad: the one helper that could tell of the error is not called.
func (m *Mailer) Send(ctx context.Context, mail Mail) {
	if err := m.outbox.Send(ctx, mail); err != nil { // want `error from Outbox\.Send is dropped: .*\(dropped\)`
		m.waiting = append(m.waiting, mail)
		return
	}
	m.sent++
}

// SendLogged is good: the helper logs.
func (m *Mailer) SendLogged(ctx context.Context, mail Mail) {
	if err := m.outbox.Send(ctx, mail); err != nil {
		m.logErr("send", err)
		m.waiting = append(m.waiting, mail)
		return
	}
	m.sent++
}

// SendNoted is good: the helper's helper logs.
func (m *Mailer) SendNoted(ctx context.Context, mail Mail) {
	if err := m.outbox.Send(ctx, mail); err != nil {
		m.note(mail.ID, err)
		return
	}
	m.sent++
}

// SendValue is good: the helper is called through a variable.
func (m *Mailer) SendValue(ctx context.Context, mails []Mail) {
	handle := m.logErr
	for _, mail := range mails {
		if err := m.outbox.Send(ctx, mail); err != nil {
			handle("send", err)
		}
	}
}

// SendReported is good: the reporter is an interface, and what it does is its own business.
func (m *Mailer) SendReported(ctx context.Context, mail Mail) {
	if err := m.outbox.Send(ctx, mail); err != nil {
		m.reporter.Report(err)
		return
	}
	m.sent++
}

// SendWrapped is good: the helper wraps, and keeps nil what is nil.
func (m *Mailer) SendWrapped(ctx context.Context, mail Mail) error {
	return wrap(mail, m.outbox.Send(ctx, mail))
}

// SendIf is good: the helper is handed the result untested, and logs what is not nil.
func (m *Mailer) SendIf(ctx context.Context, mail Mail) {
	logIf("send", m.outbox.Send(ctx, mail))
	m.sent++
}

// SendMust is good: the helper panics with it.
func (m *Mailer) SendMust(ctx context.Context, mail Mail) {
	must(m.outbox.Send(ctx, mail))
	m.sent++
}

// SendAll is bad: the failures are neither collected nor returned.
func (m *Mailer) SendAll(ctx context.Context, mails []Mail) error {
	for _, mail := range mails {
		err := m.outbox.Send(ctx, mail)
		if err != nil { // want `error from Outbox\.Send is dropped: .*\(dropped\)`
			continue
		}
		m.sent++
	}
	return errors.Join(m.errs...)
}

// SendAllCollected is good: the helper collects, the end of the run returns.
func (m *Mailer) SendAllCollected(ctx context.Context, mails []Mail) error {
	for _, mail := range mails {
		err := m.outbox.Send(ctx, mail)
		if err != nil {
			m.collect(err)
			continue
		}
		m.sent++
	}
	return errors.Join(m.errs...)
}

// SendUnlessGone is good: the helper logs all but the caller's own cancellation.
func (m *Mailer) SendUnlessGone(ctx context.Context, mail Mail) {
	if err := m.outbox.Send(ctx, mail); err != nil {
		unlessGone("send", err)
		return
	}
	m.sent++
}

// Retry is bad: the helper answers yes or no, and the no is forgotten.
func (m *Mailer) Retry(ctx context.Context, mail Mail) {
	if err := m.outbox.Send(ctx, mail); !succeeded(err) { // want `error from Outbox\.Send is dropped: .*\(dropped\)`
		return
	}
	m.sent++
}

// RetryTried is good: the helper answers yes or no, and logs the no.
func (m *Mailer) RetryTried(ctx context.Context, mail Mail) {
	if err := m.outbox.Send(ctx, mail); !m.try("retry", err) {
		return
	}
	m.sent++
}

// Subject is bad: the callee returns its error and logs nothing.
func (m *Mailer) Subject(ctx context.Context, id string) string {
	mail, err := m.fetchQuiet(ctx, id)
	if err != nil { // want `error from \(\*Mailer\)\.fetchQuiet is dropped: .*\(dropped\)`
		return ""
	}
	return "to " + mail.To
}

// SubjectFetched is good: the callee has logged what it returns.
func (m *Mailer) SubjectFetched(ctx context.Context, id string) string {
	mail, err := m.fetch(ctx, id)
	if err != nil {
		return ""
	}
	return "to " + mail.To
}
