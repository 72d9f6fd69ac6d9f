// Package corezap writes with zap to a core of OpenTelemetry's bridge, which
// takes the context of a line from its fields.
package corezap

import (
	"context"
	"net/http"

	"go.uber.org/zap"
)

type Store interface {
	Ship(ctx context.Context, id string) error
}

type Dock struct {
	store  Store
	logger *zap.Logger
}

// ship (bad): neither a field of the line nor the logger has it.
func (d *Dock) ship(w http.ResponseWriter, r *http.Request) {
	if err := d.store.Ship(r.Context(), r.PathValue("id")); err != nil {
		d.logger.Error("ship", zap.Error(err)) // want `\(\*zap\.Logger\)\.Error says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// shipContext (good): a field holds it.
func (d *Dock) shipContext(w http.ResponseWriter, r *http.Request) {
	if err := d.store.Ship(r.Context(), r.PathValue("id")); err != nil {
		d.logger.Error("ship", zap.Error(err), zap.Any("context", r.Context()))
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// shipBound (good): a field of the logger does.
func (d *Dock) shipBound(w http.ResponseWriter, r *http.Request) {
	logger := d.logger.With(zap.Any("context", r.Context()))
	if err := d.store.Ship(r.Context(), r.PathValue("id")); err != nil {
		logger.Error("ship", zap.Error(err))
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
