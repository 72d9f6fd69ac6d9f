// Package idiom uses loggers of its module's own, mostly as they are meant to
// be used.
package idiom

import (
	"context"
	"errors"
	"net/http"

	"github.com/rs/zerolog/log"

	"missingctx/idiom/glog"
	"missingctx/idiom/notes"
)

// find (bad): the sibling takes the context.
func find(ctx context.Context, id string) error {
	if id == "" {
		glog.Errorf("no id") // want `glog\.Errorf does not carry the request's context: ErrorfCtx with ctx would \(nocontext\)`
		return errors.New("no id")
	}
	return ctx.Err()
}

// findCtx (good): it is given.
func findCtx(ctx context.Context, id string) error {
	if id == "" {
		glog.ErrorfCtx(ctx, "no id")
		return errors.New("no id")
	}
	return ctx.Err()
}

// warn (good here): there is no sibling, and the helper rule is not shown.
func warn(ctx context.Context, id string) error {
	glog.Warningf("%s", id)
	return ctx.Err()
}

// found (bad): what the logger does with a line is not to be seen, its sibling is.
func found(ctx context.Context, id string) error {
	glog.Infof("found %s", id) // want `glog\.Infof does not carry the request's context: InfofCtx with ctx would \(nocontext\)`
	return ctx.Err()
}

// foundCtx (good): it is given.
func foundCtx(ctx context.Context, id string) error {
	glog.InfofCtx(ctx, "found %s", id)
	return ctx.Err()
}

// loaded (bad): its neighbour Error is given contexts.
func loaded(ctx context.Context, id string) error {
	notes.Info("loaded", id) // want `notes\.Info does not carry the request's context: with ctx as its first argument it would \(nocontext\)`
	return ctx.Err()
}

// load (bad): elsewhere in the package a context comes first.
func load(ctx context.Context, id string) error {
	notes.Error("cannot load", id) // want `notes\.Error does not carry the request's context: with ctx as its first argument it would \(nocontext\)`
	return ctx.Err()
}

// loadRequest (bad): the request's context is in reach.
func loadRequest(w http.ResponseWriter, r *http.Request) {
	notes.Error("cannot load") // want `notes\.Error does not carry the request's context: with r\.Context\(\) as its first argument it would \(nocontext\)`
}

// loadCtx (good): the context comes first.
func loadCtx(ctx context.Context, id string) error {
	notes.Error(ctx, "cannot load", id)
	return ctx.Err()
}

// start (good): no context is in reach.
func start(id string) {
	notes.Error("cannot start", id)
}

// save (bad): a logger bound to the context is a call away.
func save(ctx context.Context, id string) error {
	notes.Standard.Warn("saved twice") // want `\(\*notes\.Logger\)\.Warn does not carry the request's context: the logger of notes\.From\(ctx\) would \(nocontext\)`
	return ctx.Err()
}

// saveBound (good): it is bound.
func saveBound(ctx context.Context, id string) error {
	notes.From(ctx).Warn("saved twice")
	l := notes.From(ctx)
	l.Warn("saved three times")
	return ctx.Err()
}

// saveGiven (good): whoever gives the logger has had the chance to bind it.
func saveGiven(ctx context.Context, l *notes.Logger, id string) error {
	l.Warn("saved twice")
	return ctx.Err()
}

// delete (bad): the package binds zerolog to the context elsewhere.
func remove(ctx context.Context, id string) error {
	log.Error().Str("id", id).Msg("removed twice") // want `\(\*zerolog\.Event\)\.Msg does not carry the request's context: the logger of log\.Ctx\(ctx\) would \(nocontext\)`
	return ctx.Err()
}

// removeBound (good): so does this.
func removeBound(ctx context.Context, id string) error {
	log.Ctx(ctx).Error().Str("id", id).Msg("removed twice")
	return ctx.Err()
}
