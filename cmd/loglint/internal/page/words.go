package page

import "github.com/loglint/loglint/cmd/loglint/internal/coverage"

// A fate is what the page tells of a fate. The letter stands beside the source, since colour
// alone would tell nothing to those who do not see it.
type fate struct {
	Name   coverage.Fate `json:"name"`
	Letter string        `json:"letter"`
	Kind   string        `json:"kind"` // traced, lost, on or unknown: the four that are told apart at a glance
	Says   string        `json:"says"`
}

// fateWords are the letter of each fate and what it means.
var fateWords = map[coverage.Fate][2]string{
	coverage.Logged:   {"L", "A log line is written, and the error is in it."},
	coverage.Recorded: {"R", "A tracing span, or a service that gathers errors, is given the error."},

	coverage.NoValue:  {"N", "A log line is written, but the error is not in it."},
	coverage.Answered: {"A", "A client is told that something failed, and nobody else."},
	coverage.Counted:  {"C", "A metric counts it, and that is all."},
	coverage.Replaced: {"X", "Another error is returned in its place, and does not carry it."},
	coverage.Dropped:  {"D", "Nothing is done with it."},

	coverage.Propagated: {"P", "It is returned to the caller, wrapped or not."},
	coverage.Escaped:    {"E", "It is kept by something known to keep errors, such as a channel; the path names it."},
	coverage.Retried:    {"T", "The same call is tried again, and the error of the next attempt takes its place."},
	coverage.Classified: {"K", "The code asks which error it is, and knows it: io.EOF, or “not found”."},
	coverage.Unknown:    {"U", "It is handed to something of which nothing is known."},
}

// describe says what the page tells of a fate. One that this package does not know, from a
// report that is newer than the page, is told under its name.
func describe(f coverage.Fate) fate {
	words, known := fateWords[f]
	if !known {
		words = [2]string{"?", "This page does not know the fate of this name."}
	}
	return fate{Name: f, Letter: words[0], Kind: kind(f), Says: words[1]}
}

func kind(f coverage.Fate) string {
	switch {
	case f.Traced():
		return "traced"
	case f.Ends():
		return "lost"
	case f == coverage.Unknown:
		return "unknown"
	default:
		return "on"
	}
}
