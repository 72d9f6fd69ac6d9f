// Package usual has lines of several levels in one function.
package usual

import (
	"log/slog"
	"os"
)

type disk struct{ dir string }

// Most lines of the function are errors, whatever the file has.
func (d *disk) update() {
	if err := os.Mkdir(d.dir, 0o755); err != nil {
		slog.Error("creating the directory failed", "err", err)
	}
	if err := os.Chmod(d.dir, 0o755); err != nil {
		slog.Error("changing its mode failed", "err", err)
	}
	if err := os.Chdir(d.dir); err != nil {
		slog.Warn("going there failed", "err", err)
	}
	os.Truncate(d.dir, 0) // want `discarded`
}

// As many are of either level: the file says which is usual.
func (d *disk) tidy() {
	if err := os.Chmod(d.dir, 0o700); err != nil {
		slog.Error("changing its mode failed", "err", err)
	}
	if err := os.Chdir(d.dir); err != nil {
		slog.Warn("going there failed", "err", err)
	}
	os.Truncate(d.dir, 0) // want `discarded`
}

func (d *disk) look() {
	if err := os.Chdir(d.dir); err != nil {
		slog.Warn("going there failed", "err", err)
	}
	if err := os.Chown(d.dir, 0, 0); err != nil {
		slog.Warn("changing its owner failed", "err", err)
	}
	if err := os.Link(d.dir, "b"); err != nil {
		slog.Warn("linking failed", "err", err)
	}
	if err := os.Symlink(d.dir, "b"); err != nil {
		slog.Warn("linking failed", "err", err)
	}
	if err := os.Chown(d.dir, 0, 1); err != nil {
		slog.Warn("changing its owner failed", "err", err)
	}
}
