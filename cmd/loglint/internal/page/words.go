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

// letters are those of the fates, each its own.
var letters = map[coverage.Fate]string{
	coverage.Logged:     "L",
	coverage.Recorded:   "R",
	coverage.NoValue:    "N",
	coverage.Answered:   "A",
	coverage.Counted:    "C",
	coverage.Replaced:   "X",
	coverage.Dropped:    "D",
	coverage.Propagated: "P",
	coverage.Escaped:    "E",
	coverage.Retried:    "T",
	coverage.Classified: "K",
	coverage.Unknown:    "U",
}

// describe says what the page tells of a fate. One that this package does not know, from a
// report that is newer than the page, is told under its name.
func describe(f coverage.Fate) fate {
	letter, says := letters[f], f.Says()
	if letter == "" {
		letter, says = "?", "This page does not know the fate of this name."
	}
	return fate{Name: f, Letter: letter, Kind: kind(f), Says: says}
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
