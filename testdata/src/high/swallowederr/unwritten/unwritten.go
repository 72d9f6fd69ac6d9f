// Package unwritten holds lines that are begun and never written: nothing shows them.
package unwritten

import (
	"os"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

type Jobs struct {
	log zerolog.Logger
	dir string
}

// start (bad): the line lacks what writes it.
func (j *Jobs) start(id string) {
	log.Info().Str("job", id) // want `line begun with log\.Info is discarded: neither Msg nor Send writes it \(discarded\)`
}

// started (good): it is written.
func (j *Jobs) started(id string) {
	log.Info().Str("job", id).Msg("started")
}

// fill (bad): a variable holds it, and no branch writes it.
func (j *Jobs) fill(id string, n int) {
	event := j.log.Warn().Str("job", id) // want `line begun with \(\*zerolog\.Logger\)\.Warn is discarded: neither Msg nor Send writes it \(discarded\)`
	if n > 0 {
		event = event.Int("items", n)
	}
	event.Str("dir", j.dir)
}

// filled (good): one is enough.
func (j *Jobs) filled(id string, n int) {
	event := j.log.Warn().Str("job", id)
	if n > 0 {
		event = event.Int("items", n)
	}
	event.Send()
}

// each (bad): in a loop.
func (j *Jobs) each(ids []string) {
	for _, id := range ids {
		if id == "" {
			j.log.Error().Str("dir", j.dir) // want `line begun with \(\*zerolog\.Logger\)\.Error is discarded: neither Msg nor Send writes it \(discarded\)`
			continue
		}
		j.log.Debug().Str("job", id).Msg("listed")
	}
}

// handed (good): the helper writes it.
func (j *Jobs) handed(id string) {
	finish(j.log.Info().Str("job", id))
}

func finish(e *zerolog.Event) { e.Msg("finished") }

// remove (bad): the error is in a line that nobody sees.
func (j *Jobs) remove(id string) {
	if err := os.WriteFile(j.dir+"/"+id, nil, 0o600); err != nil { // want `error from os\.WriteFile is dropped: the path going on at line \d+ neither returns nor logs it \(dropped\)`
		log.Error().Err(err).Str("job", id)
	}
}

// removed (good): it is written where the function ends.
func (j *Jobs) removed(id string) {
	event := log.Info().Str("job", id)
	defer event.Msg("removed")
	if err := os.WriteFile(j.dir+"/"+id, nil, 0o600); err != nil {
		event.Err(err)
	}
}

// begin (good): whoever gets it writes it.
func (j *Jobs) begin(id string) *zerolog.Event {
	return log.Info().Str("job", id)
}

// enabled (bad): to ask whether it would be written writes nothing.
func (j *Jobs) enabled(id string) bool {
	event := log.Debug().Str("job", id) // want `line begun with log\.Debug is discarded: neither Msg nor Send writes it \(discarded\)`
	return event.Enabled()
}

// verbose (good): no line is begun, it is asked whether one would be written.
func (j *Jobs) verbose() bool { return j.log.Debug().Enabled() }

// list (good): likewise, before work is done that only such lines need.
func (j *Jobs) list(ids []string) {
	if log.Debug().Enabled() {
		for _, id := range ids {
			log.Debug().Str("job", id).Msg("listed")
		}
	}
	if e := j.log.Debug(); !e.Enabled() {
		return
	}
	j.log.Debug().Int("jobs", len(ids)).Msg("listed")
}
