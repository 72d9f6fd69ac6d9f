package helpers

import "context"

// requeue is bad: it is handed the error of the mail it puts back, and loses it.
func (m *Mailer) requeue(mail Mail, err error) {
	if err != nil { // want `is dropped: .*\(dropped\)`
		m.waiting = append(m.waiting, mail)
	}
}

// requeueLogged is good: it logs the error of the mail it puts back.
func (m *Mailer) requeueLogged(mail Mail, err error) {
	if err != nil {
		m.waiting = append(m.waiting, mail)
		m.logErr("requeue "+mail.ID, err)
	}
}

// Resend is good: the error is handed to the helper, and it is the helper that is reported.
func (m *Mailer) Resend(ctx context.Context, mail Mail) {
	err := m.outbox.Send(ctx, mail)
	m.requeue(mail, err)
}

// ResendLogged is good: the error is handed to a helper that logs it.
func (m *Mailer) ResendLogged(ctx context.Context, mail Mail) {
	err := m.outbox.Send(ctx, mail)
	m.requeueLogged(mail, err)
}

// handle is bad: both ways through it forget the error.
func (m *Mailer) handle(err error) {
	if err == nil { // want `is dropped: .*\(dropped\)`
		m.down = false
		return
	}
	m.down = true
}

// handleStored is good: one way through it keeps the error.
func (m *Mailer) handleStored(err error) {
	if err == nil {
		m.down = false
		return
	}
	m.down = true
	m.errs = append(m.errs, err)
}

// Digest is good: the error is handed to the helper, and it is the helper that is reported.
func (m *Mailer) Digest(ctx context.Context, to string) {
	err := m.outbox.Send(ctx, Mail{ID: "digest", To: to})
	m.handle(err)
}

// DigestStored is good: the error is handed to a helper that stores it.
func (m *Mailer) DigestStored(ctx context.Context, to string) {
	err := m.outbox.Send(ctx, Mail{ID: "digest", To: to})
	m.handleStored(err)
}

// public is bad: whatever it is handed, the same sentinel comes back.
func public(err error) error { return ErrMail } // want `is replaced: .*\(replaced\)`

// publicLogged is good: the sentinel comes back, the cause goes to the log.
func publicLogged(err error) error {
	logIf("mail", err)
	return ErrMail
}

// Deliver is good: the error is handed to the helper, and it is the helper that is reported.
func (m *Mailer) Deliver(ctx context.Context, mail Mail) error {
	if err := m.outbox.Send(ctx, mail); err != nil {
		return public(err)
	}
	return nil
}

// DeliverLogged is good: the error is handed to a helper that logs it.
func (m *Mailer) DeliverLogged(ctx context.Context, mail Mail) error {
	if err := m.outbox.Send(ctx, mail); err != nil {
		return publicLogged(err)
	}
	return nil
}

// sendQuietly is bad: the error is its own, and it ends here.
func (m *Mailer) sendQuietly(ctx context.Context, mail Mail) {
	if err := m.outbox.Send(ctx, mail); err != nil { // want `error from Outbox\.Send is dropped: .*\(dropped\)`
		m.down = true
	}
}

// Broadcast is good: the helper has no error to return, so there is none to lose here.
func (m *Mailer) Broadcast(ctx context.Context, mails []Mail) {
	for _, mail := range mails {
		m.sendQuietly(ctx, mail)
	}
}
