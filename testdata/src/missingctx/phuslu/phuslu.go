// Package phuslu writes with phuslu/log, whose lines take no context, but what
// they are built of.
package phuslu

import (
	"context"
	"net/http"

	"github.com/phuslu/log"
)

type Store interface {
	Fold(ctx context.Context, id string) error
}

type Desk struct{ store Store }

// fold (bad): the line could be of any request.
func (d *Desk) fold(w http.ResponseWriter, r *http.Request) {
	if err := d.store.Fold(r.Context(), r.PathValue("id")); err != nil {
		log.Error().Err(err).Str("part", "desk").Msg("fold") // want `\(\*log\.Entry\)\.Msg says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// foldNamed (good): it names what was asked for.
func (d *Desk) foldNamed(w http.ResponseWriter, r *http.Request) {
	if err := d.store.Fold(r.Context(), r.PathValue("id")); err != nil {
		log.Error().Err(err).Str("letter", r.PathValue("id")).Msg("fold")
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
