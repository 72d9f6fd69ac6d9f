// Package idioms ties its lines to a request in ways of its own.
package idioms

import (
	"context"

	"missingctx/idiom/glog"
	"missingctx/idiom/notes"
)

// Lines as this package writes them.
func load(ctx context.Context, id string) error {
	notes.Error(ctx, "cannot load", id)
	notes.From(ctx).Warn("loaded late")
	return ctx.Err()
}

// The context is the first of the values elsewhere.
func save(ctx context.Context, id string) error {
	notes.Error("cannot save", id) // want `nocontext`
	return ctx.Err()
}

// A logger of the context is a call away.
func drop(ctx context.Context, id string) error {
	notes.Standard.Warn("dropped twice") // want `nocontext`
	return ctx.Err()
}

// The sibling takes the context.
func find(ctx context.Context, id string) error {
	glog.Errorf("no item %s", id) // want `nocontext`
	return ctx.Err()
}
