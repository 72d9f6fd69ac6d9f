package logline

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Tone says what a line tells of, and so who reads it: lines about failures are those that
// somebody looks for when a request has failed, and most lines for developers are never written.
type Tone uint8

// The tones.
const (
	Plain         Tone = iota // of what is done, or it is not known
	OfFailure                 // of a failure: it is a warning or more, or stands where an error is handled
	ForDevelopers             // of level debug or trace
)

// ToneOf returns the tone of a line that a call writes. A logger that the tables do not know has the
// level that the name of the function begins with.
func (r *Reader) ToneOf(line ssa.CallInstruction) Tone {
	common := line.Common()
	effect, inTable := r.Effect(common)
	level := levelOf(common, effect)
	if obj := ssax.CalleeObject(common); !inTable && obj != nil {
		level = levelOfName(obj.Name())
	}
	switch {
	case level >= known.Warn, level == known.NoLevel && ssax.InErrorBranch(line.Block()):
		return OfFailure
	case level == known.Debug:
		return ForDevelopers
	}
	return Plain
}

// levelOfName returns the level that a function's name begins with, in any case.
func levelOfName(name string) known.Level {
	name = strings.ToLower(name)
	for _, of := range []struct {
		prefix string
		level  known.Level
	}{
		{"debug", known.Debug}, {"trace", known.Debug}, {"info", known.Info}, {"notice", known.Info},
		{"warn", known.Warn}, {"err", known.Error}, {"crit", known.Error}, {"alert", known.Error},
		{"fatal", known.Fatal}, {"panic", known.Fatal},
	} {
		if strings.HasPrefix(name, of.prefix) {
			return of.level
		}
	}
	return known.NoLevel
}
