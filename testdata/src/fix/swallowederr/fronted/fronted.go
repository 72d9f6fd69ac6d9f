// Package fronted writes with functions of its own that begin lines of zerolog.
package fronted

import (
	"os"

	log "fix/swallowederr/fronted/logging"
)

type disk struct{ dir string }

// The only line with an error is one for detail; the others say which levels there are.
func (d *disk) look() bool {
	if err := os.Chdir(d.dir); err != nil {
		log.Debug().Err(err).Msg("could not go there")
		return false
	}
	log.Info().Str("dir", d.dir).Msg("looking")
	return true
}

// A file is lost.
func (d *disk) load(paths []string) (texts []string) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `dropped`
			continue
		}
		texts = append(texts, string(data))
	}
	return texts
}
