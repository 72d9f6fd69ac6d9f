package closures

import (
	"context"
	"log/slog"
)

// Ledger keeps entries.
type Ledger interface {
	Load(ctx context.Context, id string) (string, error)
	Publish(ctx context.Context, id string) error
}

// within runs f.
func within(f func() error) error { return f() }

// Comment is bad: the closure has the variable err, too, but reads only what
// it has put there itself.
func Comment(ctx context.Context, l Ledger, id string) (text string, err error) {
	err = within(func() error {
		text, err = l.Load(ctx, id)
		if err != nil {
			return err
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	if err = l.Publish(ctx, id); err != nil {
		slog.DebugContext(ctx, "comment", "id", id) // want `error from Ledger\.Publish is missing from the line logged for it \(novalue\)`
		text = ""
		return text, nil
	}
	return text, nil
}

// CommentKept is good: the closure, which runs at the end, reads what is there.
func CommentKept(ctx context.Context, l Ledger, id string) (text string, err error) {
	done := func() {
		if err != nil {
			slog.ErrorContext(ctx, "comment", "id", id, "err", err)
		}
	}
	if err = l.Publish(ctx, id); err != nil {
		done()
		return "", nil
	}
	return text, nil
}
