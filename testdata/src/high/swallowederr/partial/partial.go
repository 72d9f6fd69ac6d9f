// Package partial holds errors that are looked at together with another result
// of the same call: what could be had is used, the error only counts where
// nothing could.
package partial

import (
	"context"
	"fmt"
	"log/slog"
)

// Store keeps packs; Load may give what it could read beside the error.
type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

// Repair copies packs.
type Repair struct {
	store Store
	say   func(format string, args ...any)
}

// Copy is good: only where there is no data is the error of interest, and there
// it is told.
func (r *Repair) Copy(ctx context.Context, ids []string) [][]byte {
	var packs [][]byte
	for _, id := range ids {
		data, err := r.store.Load(ctx, id)
		if err != nil && data == nil {
			r.say("pack %s is lost: %v", id, err)
			continue
		}
		packs = append(packs, data)
	}
	return packs
}

// CopyLogged is good: the same with a logger.
func (r *Repair) CopyLogged(ctx context.Context, id string) []byte {
	data, err := r.store.Load(ctx, id)
	if len(data) == 0 && err != nil {
		slog.ErrorContext(ctx, "pack is lost", "pack", id, "err", err)
		return nil
	}
	return data
}

// CopyLarge is bad: whether the pack is large says nothing of the error.
func (r *Repair) CopyLarge(ctx context.Context, ids []string, large bool) (packs [][]byte, err error) {
	for _, id := range ids {
		data, err := r.store.Load(ctx, id)
		if err != nil && large { // want `error from Store\.Load is dropped: the path going on at line \d+ neither returns nor logs it \(dropped\)`
			return nil, fmt.Errorf("pack %s: %w", id, err)
		}
		packs = append(packs, data)
	}
	return packs, nil
}

// CopyQuiet is bad: the branch that is taken for the error says nothing of it.
func (r *Repair) CopyQuiet(ctx context.Context, ids []string) [][]byte {
	var packs [][]byte
	for _, id := range ids {
		data, err := r.store.Load(ctx, id)
		if err != nil && data == nil { // want `error from Store\.Load is dropped: the path continuing at line \d+ neither returns nor logs it; the loop goes on without this item \(dropped\)`
			continue
		}
		packs = append(packs, data)
	}
	return packs
}
