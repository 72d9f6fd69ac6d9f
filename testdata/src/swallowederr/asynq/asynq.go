// Package asynq holds handlers of asynq, which records the error that a
// handler returns, and tries again.
package asynq

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/hibiken/asynq"
)

type Invoice struct{ ID string }

type Store interface {
	Save(ctx context.Context, inv Invoice) error
}

type Worker struct {
	store  Store
	client *asynq.Client
}

func (w *Worker) routes(mux *asynq.ServeMux) {
	mux.HandleFunc("invoice:save", w.save)
	mux.HandleFunc("invoice:drop", w.saveDrop)
}

// save (good): the error goes back to the server, which tries again; what
// cannot be read is not tried again, and the error says why.
func (w *Worker) save(ctx context.Context, t *asynq.Task) error {
	var inv Invoice
	if err := json.Unmarshal(t.Payload(), &inv); err != nil {
		return fmt.Errorf("read invoice: %v: %w", err, asynq.SkipRetry)
	}
	return w.store.Save(ctx, inv)
}

// saveSkip (bad): why it is not tried again is gone.
func (w *Worker) saveSkip(ctx context.Context, t *asynq.Task) error {
	var inv Invoice
	if err := json.Unmarshal(t.Payload(), &inv); err != nil {
		return asynq.SkipRetry // want `error from json\.Unmarshal is replaced: .*\(replaced\)`
	}
	return w.store.Save(ctx, inv)
}

// saveSkipText (bad): the words are the same for every task.
func (w *Worker) saveSkipText(ctx context.Context, t *asynq.Task) error {
	var inv Invoice
	if err := json.Unmarshal(t.Payload(), &inv); err != nil {
		return fmt.Errorf("read invoice: %w", asynq.SkipRetry) // want `error from json\.Unmarshal is replaced: .*\(replaced\)`
	}
	return w.store.Save(ctx, inv)
}

// saveSkipLogged (good): a line says why.
func (w *Worker) saveSkipLogged(ctx context.Context, t *asynq.Task) error {
	var inv Invoice
	if err := json.Unmarshal(t.Payload(), &inv); err != nil {
		slog.ErrorContext(ctx, "read invoice", "err", err)
		return asynq.SkipRetry
	}
	return w.store.Save(ctx, inv)
}

// saveDrop (bad): the task counts as done.
func (w *Worker) saveDrop(ctx context.Context, t *asynq.Task) error {
	var inv Invoice
	if err := json.Unmarshal(t.Payload(), &inv); err != nil { // want `error from json\.Unmarshal is dropped: the path returning .*\(dropped\)`
		return nil
	}
	if err := w.store.Save(ctx, inv); err != nil { // want `error from Store\.Save is dropped: the path returning .*\(dropped\)`
		return nil
	}
	return nil
}

// later (bad): the task is never done.
func (w *Worker) later(id string) {
	w.client.Enqueue(asynq.NewTask("invoice:save", []byte(id))) // want `error from \(\*asynq\.Client\)\.Enqueue is discarded: nothing looks at it \(discarded\)`
}

// laterReturned (good): the caller hears of it.
func (w *Worker) laterReturned(id string) error {
	_, err := w.client.Enqueue(asynq.NewTask("invoice:save", []byte(id)))
	return err
}
