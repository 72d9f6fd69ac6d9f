package intent

import (
	"context"
	"os"
)

// Load is good: the comment for golangci-lint silences, with a space as well.
func (s *Studio) Load(p Photo, data []byte) {
	os.WriteFile(p.Preview, data, 0o600) // nolint:loglint // written again when the studio closes
}

// LoadMisspelt is bad: there is no such linter.
func (s *Studio) LoadMisspelt(p Photo, data []byte) {
	os.WriteFile(p.Preview, data, 0o600) //nolint:logilnt // want `//nolint names "logilnt", which is no linter: loglint is meant` `error from os\.WriteFile is discarded`
}

// LoadOther is bad: another linter is meant, which loglint is not.
func (s *Studio) LoadOther(p Photo, data []byte) {
	os.WriteFile(p.Preview, data, 0o600) //nolint:sloglint // want `error from os\.WriteFile is discarded`
}

// LoadSpaced is bad: with a space it is no directive.
func (s *Studio) LoadSpaced(p Photo, data []byte) {
	os.WriteFile(p.Preview, data, 0o600) // loglint:ignore discarded the old one will do // want `a directive has no space before it` `error from os\.WriteFile is discarded`
}

// LoadAll is good: a comment above a declaration holds for all of it.
//
//nolint:loglint // the studio's errors are written down by its printer
func (s *Studio) LoadAll(ctx context.Context, photos []Photo) {
	for _, p := range photos {
		if err := s.gallery.Save(ctx, p); err != nil {
			continue
		}
		s.shown++
	}
}
