// Package sent hands errors on through channels, by helpers.
package sent

import (
	"context"
	"os"

	"swallowederr/sent/queue"
)

// Message is what a worker tells of a file.
type Message struct {
	Name string
	Err  error
}

// trySend sends a value unless the context ends first.
func trySend[T any](ctx context.Context, msg T, ch chan<- T) bool {
	select {
	case ch <- msg:
		return true
	case <-ctx.Done():
		return false
	}
}

// Worker reads files and tells what became of each.
type Worker struct {
	names    []string
	messages chan Message
	failures chan error
	done     chan struct{}
}

// Read is good: the error is in a message that is sent.
func (w *Worker) Read(ctx context.Context) {
	for _, name := range w.names {
		_, err := os.ReadFile(name)
		if err != nil {
			trySend(ctx, Message{name, err}, w.messages)
			return
		}
	}
}

// ReadUnsent is bad: the message is made, and the helper is handed another.
func (w *Worker) ReadUnsent(ctx context.Context) {
	for _, name := range w.names {
		_, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			trySend(ctx, Message{Name: name}, w.messages)
			return
		}
	}
}

// ReadSent is good: the error itself is sent, by a helper of another package.
func (w *Worker) ReadSent(ctx context.Context) {
	for _, name := range w.names {
		_, err := os.ReadFile(name)
		if err != nil && !queue.TrySend(ctx, err, w.failures) {
			return
		}
	}
}

// ReadAway is bad: the helper of another package sends nothing.
func (w *Worker) ReadAway() {
	for _, name := range w.names {
		_, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			queue.Forget(err, w.failures)
			return
		}
	}
}

// ReadLooked is bad: the helper of another package only looks at the error.
func (w *Worker) ReadLooked() {
	for _, name := range w.names {
		_, err := os.ReadFile(name)
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			queue.Failed(err)
			return
		}
	}
}

// ReadOffered is good: the error is offered to whoever waits.
func (w *Worker) ReadOffered() {
	for _, name := range w.names {
		_, err := os.ReadFile(name)
		if err != nil {
			queue.Offer(err, w.failures)
			return
		}
	}
}

// ReadStruct is good: the message of another package's helper holds the error.
func (w *Worker) ReadStruct(ctx context.Context) {
	for _, name := range w.names {
		if _, err := os.ReadFile(name); err != nil {
			if ok := queue.TrySend(ctx, Message{Name: name, Err: err}, w.messages); !ok {
				return
			}
		}
	}
}

// tell sends the message of a worker, as a method of it.
func (w *Worker) tell(ctx context.Context, m *Message) bool {
	select {
	case w.messages <- *m:
		return true
	case <-ctx.Done():
		return false
	case <-w.done:
		return false
	}
}

// ReadTold is good: a method sends the message, which is handed to it by pointer.
func (w *Worker) ReadTold(ctx context.Context) {
	for _, name := range w.names {
		if _, err := os.ReadFile(name); err != nil {
			w.tell(ctx, &Message{name, err})
			return
		}
	}
}

// ReadInline is good: the same without a helper.
func (w *Worker) ReadInline(ctx context.Context) {
	for _, name := range w.names {
		if _, err := os.ReadFile(name); err != nil {
			select {
			case w.messages <- Message{name, err}:
			case <-ctx.Done():
			}
			return
		}
	}
}

// Recover is good: what was recovered is sent.
func (w *Worker) Recover(ctx context.Context, work func()) {
	defer func() {
		if r := recover(); r != nil {
			trySend(ctx, r, make(chan any, 1))
		}
	}()
	work()
}
