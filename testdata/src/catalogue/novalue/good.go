package novalue

import (
	"log/slog"
	"os"
)

func (s *store) flushFile(f *os.File) {
	if err := f.Sync(); err != nil {
		slog.Error("cannot flush", "file", f.Name(), "err", err)
	}
}
