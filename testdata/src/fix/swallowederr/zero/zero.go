// Package zero writes with zerolog.
package zero

import (
	"os"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

type index struct{ logger zerolog.Logger }

// A file is missing from the index.
func (x *index) build(paths []string) (docs []string) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `dropped`
			continue
		}
		docs = append(docs, string(data))
	}
	x.logger.Info().Int("docs", len(docs)).Msg("index built")
	return docs
}

// A function has no logger but that of the package.
func store(path string, data []byte) {
	os.WriteFile(path, data, 0o600) // want `discarded`
	log.Info().Str("path", path).Msg("stored")
}

// The line lacks the error.
func (x *index) drop(path string) {
	if err := os.Rename(path, path+".old"); err != nil {
		x.logger.Error().Str("path", path).Msg("failed to drop index") // want `novalue`
	}
}
