// Package postponed holds lines written with zerolog.
package postponed

import (
	"os"

	"github.com/rs/zerolog"
)

type Depot struct {
	logger zerolog.Logger
	sent   int
}

// deferred (good): the event is sent when the function ends.
func (d *Depot) deferred(path string) {
	e := d.logger.Info()
	defer e.Msg("loaded")
	if _, err := os.ReadFile(path); err != nil {
		e.Err(err)
	}
}

// deferredBare (bad): what is sent in the end has not heard of it.
func (d *Depot) deferredBare(path string) {
	e := d.logger.Info()
	defer e.Msg("loaded")
	if _, err := os.ReadFile(path); err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return
	}
	d.sent++
}
