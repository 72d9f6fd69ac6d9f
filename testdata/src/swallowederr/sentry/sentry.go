// Package sentry holds errors that are sent to Sentry.
package sentry

import (
	"context"

	"github.com/getsentry/sentry-go"
)

type Mail struct{ To string }

type Sender interface {
	Send(ctx context.Context, m Mail) error
}

type Mailer struct {
	sender Sender
	sent   int
}

// send (good): Sentry has it.
func (m *Mailer) send(ctx context.Context, mail Mail) {
	if err := m.sender.Send(ctx, mail); err != nil {
		sentry.CaptureException(err)
		return
	}
	m.sent++
}

// sendBare (bad): nobody has it.
func (m *Mailer) sendBare(ctx context.Context, mail Mail) {
	if err := m.sender.Send(ctx, mail); err != nil { // want `error from Sender\.Send is dropped: .*\(dropped\)`
		return
	}
	m.sent++
}

// sendHub (good): the context's hub has it.
func (m *Mailer) sendHub(ctx context.Context, mail Mail) {
	if err := m.sender.Send(ctx, mail); err != nil {
		if hub := sentry.GetHubFromContext(ctx); hub != nil {
			hub.CaptureException(err)
		} else {
			sentry.CaptureException(err)
		}
		return
	}
	m.sent++
}

// sendScope (good): sent from within a scope.
func (m *Mailer) sendScope(ctx context.Context, mail Mail) {
	if err := m.sender.Send(ctx, mail); err != nil {
		sentry.WithScope(func(scope *sentry.Scope) {
			scope.SetTag("to", mail.To)
			sentry.CaptureException(err)
		})
		return
	}
	m.sent++
}

// sendText (good): a message that holds its text.
func (m *Mailer) sendText(ctx context.Context, mail Mail) {
	if err := m.sender.Send(ctx, mail); err != nil {
		sentry.CaptureMessage("send mail: " + err.Error())
	}
}
