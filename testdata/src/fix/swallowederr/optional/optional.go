// Package optional has loggers that may be nil, as the lines that are there show.
package optional

import (
	"log/slog"
	"os"
)

// A Tree need not have a logger.
type Tree struct {
	logger *slog.Logger
	path   string
}

// A line as this package writes it.
func (t *Tree) grow(n int) {
	if t.logger != nil {
		t.logger.Debug("growing", "n", n)
	}
}

// The new line stands under the same guard.
func (t *Tree) plant() error {
	os.Chmod(t.path, 0o755) // want `discarded`
	return os.WriteFile(t.path+"/x", nil, 0o600)
}

// The function has left where there is no logger.
func (t *Tree) water() {
	if t.logger == nil {
		return
	}
	os.Chmod(t.path, 0o755) // want `discarded`
}

// The caller asks.
func (t *Tree) fell() {
	if t.logger != nil {
		t.fellLogged()
	}
}

func (t *Tree) fellLogged() {
	t.logger.Debug("felling")
	if err := os.WriteFile(t.path, nil, 0o600); err != nil { // want `dropped`
		t.path = ""
	}
}

// A Bush may itself be nil.
type Bush struct{ logger *slog.Logger }

func (b *Bush) trim() {
	if b == nil {
		return
	}
	b.logger.Debug("trimming")
}

// It is so in a function that is given one.
func burn(b *Bush, path string) int {
	if b != nil {
		b.trim()
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil { // want `dropped`
		return 0
	}
	return 1
}

// A Root always has a logger.
type Root struct {
	log  *slog.Logger
	path string
}

// NewRoot sees to that.
func NewRoot(log *slog.Logger, path string) *Root {
	if log == nil {
		log = slog.Default()
	}
	return &Root{log: log, path: path}
}

func (r *Root) dig() bool {
	r.log.Debug("digging", "path", r.path)
	if err := os.WriteFile(r.path, nil, 0o600); err != nil { // want `dropped`
		return false
	}
	return true
}
