// Package begun holds fatal lines of zerolog, which end the program when they
// are sent, not when they are begun.
package begun

import (
	"os"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

func main() {
	load("config.yaml")
	loadInline("config.yaml")
}

// fatal begins a line; its result is sent by the caller.
func fatal(path string) *zerolog.Event {
	return log.Fatal().Str("path", path)
}

// load (good): the line that is begun by the helper gets the error.
func load(path string) {
	if _, err := os.ReadFile(path); err != nil {
		fatal(path).Err(err).Msg("load")
	}
}

// loadInline (good): so without the helper.
func loadInline(path string) {
	if _, err := os.ReadFile(path); err != nil {
		log.Fatal().Err(err).Msg("load")
	}
}
