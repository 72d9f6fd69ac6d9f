// Package novalue holds the examples of the category novalue in docs/rules.md.
package novalue

import (
	"log/slog"
	"os"
)

func (s *store) flush(f *os.File) {
	if err := f.Sync(); err != nil {
		slog.Error("cannot flush", "file", f.Name())
	}
}
