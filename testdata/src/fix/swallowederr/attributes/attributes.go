// Package attributes names in its lines what they are about: a new line names what the others
// of its function name, as far as that is there.
package attributes

import (
	"context"
	"log/slog"
	"os"
)

type item struct{ name string }

type folder struct {
	id     string
	device string
	log    *slog.Logger
}

func (f *folder) ID() string { return f.id }

func load(ctx context.Context, name string) (*item, error) {
	_, err := os.ReadFile(name)
	return &item{name}, err
}

// pull names its folder and what it was given in each line.
func (f *folder) pull(ctx context.Context, name string) {
	if err := os.Mkdir(name, 0o700); err != nil {
		f.log.ErrorContext(ctx, "failed to make folder", "folder", f.id, "name", name, "error", err)
		return
	}
	if err := os.WriteFile(name+"/.keep", nil, 0o600); err != nil {
		f.log.ErrorContext(ctx, "failed to keep folder", "folder", f.id, "name", name, "device", f.device, "error", err)
	}
	os.Chmod(name, 0o500) // want `error from os.Chmod is discarded`
}

// push names what is not there yet where the call fails, and what the call gives.
func (f *folder) push(ctx context.Context, name string) {
	it, err := load(ctx, name)
	if err != nil { // want `error from load is dropped`
		return
	}
	size := len(it.name)
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		f.log.ErrorContext(ctx, "failed to write item", "folder", f.ID(), "item", it.name, "size", size, "error", err)
	}
}

// scan has no other line.
func (f *folder) scan(ctx context.Context, name string) {
	os.Remove(name + ".tmp")
	os.Truncate(name, 0) // want `error from os.Truncate is discarded`
}
