package text

import (
	"path/filepath"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// Short returns a position with the name of its file as seen from a directory, unless that is
// longer: a file that is far away is easier to find by its whole name.
func Short(dir string, p finding.Position) finding.Position {
	if dir == "" || !filepath.IsAbs(p.File) {
		return p
	}
	if rel, err := filepath.Rel(dir, p.File); err == nil && len(rel) < len(p.File) {
		p.File = rel
	}
	return p
}
