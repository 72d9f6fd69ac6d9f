// Package machinery holds tasks of machinery, which records the error that a
// task returns, or tries again if that says so.
package machinery

import (
	"context"
	"time"

	"github.com/RichardKnop/machinery/v2"
	"github.com/RichardKnop/machinery/v2/tasks"
)

type Mail struct{ To string }

type Sender interface {
	Send(ctx context.Context, m Mail) error
}

type Tasks struct {
	sender Sender
	server *machinery.Server
}

// send (good): the worker logs the error.
func (t *Tasks) send(ctx context.Context, to string) error {
	return t.sender.Send(ctx, Mail{To: to})
}

// sendLater (good): the worker is told why it is to try again.
func (t *Tasks) sendLater(ctx context.Context, to string) error {
	if err := t.sender.Send(ctx, Mail{To: to}); err != nil {
		return tasks.NewErrRetryTaskLater(err.Error(), time.Minute)
	}
	return nil
}

// sendAgain (bad): the words are the same whatever went wrong.
func (t *Tasks) sendAgain(ctx context.Context, to string) error {
	if err := t.sender.Send(ctx, Mail{To: to}); err != nil {
		return tasks.NewErrRetryTaskLater("mail not sent", time.Minute) // want `error from Sender\.Send is replaced: .*\(replaced\)`
	}
	return nil
}

// sendDrop (bad): the task counts as done.
func (t *Tasks) sendDrop(ctx context.Context, to string) error {
	if err := t.sender.Send(ctx, Mail{To: to}); err != nil { // want `error from Sender\.Send is dropped: .*\(dropped\)`
		return nil
	}
	return nil
}

// enqueue (bad): nobody will ever send the mail.
func (t *Tasks) enqueue(ctx context.Context, to string) {
	if _, err := t.server.SendTaskWithContext(ctx, &tasks.Signature{Name: "send"}); err != nil { // want `error from \(\*machinery\.Server\)\.SendTaskWithContext is dropped: .*\(dropped\)`
		return
	}
}

// enqueueReturn (good): who asked for the mail is told.
func (t *Tasks) enqueueReturn(ctx context.Context, to string) error {
	_, err := t.server.SendTaskWithContext(ctx, &tasks.Signature{Name: "send"})
	return err
}
