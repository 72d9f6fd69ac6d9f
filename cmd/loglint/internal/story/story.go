// Package story tells of a line of source what loglint has found there, and why it is shown or
// not.
package story

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
)

// Version is that of the form of a story as JSON. It changes if a field is no longer what it was, and not
// for one that is added.
const Version = 1

// A Story is what there is to say of a line.
type Story struct {
	Version  int       `json:"version"`
	Place    string    `json:"place"` // file:line
	Findings []Finding `json:"findings"`
	// Errors are those that are born on the line, or end there.
	Errors []coverage.Error `json:"errors,omitempty"`
	// Nearest is where the nearest finding or error of the file is, "" if there is none, or if the line has
	// some.
	Nearest string `json:"nearest,omitempty"`
}

// A Finding is one with all that speaks for it and against it.
type Finding struct {
	Place       string              `json:"place"`
	Pass        string              `json:"pass"`
	Category    string              `json:"category"`
	Message     string              `json:"message"`
	Probability float64             `json:"probability"` // that a maintainer would act on it
	Threshold   float64             `json:"threshold"`   // the least that is shown
	Shown       bool                `json:"shown"`
	Why         string              `json:"why"` // it is shown, or not
	Base        float64             `json:"base"`
	Evidence    []coverage.Evidence `json:"evidence"` // the heaviest first
	Fixes       []string            `json:"fixes,omitempty"`
}

// Write tells the story in words.
func (s Story) Write(w io.Writer) error {
	var b strings.Builder
	if len(s.Findings) == 0 {
		b.WriteString(s.Place + ": nothing is reported here")
		switch {
		case len(s.Errors) > 0:
		case s.Nearest != "":
			b.WriteString(", and no error is born or ends here; the nearest is at " + s.Nearest)
		default:
			b.WriteString(", and the file has no error that loglint follows")
		}
		b.WriteString(".\n")
	}
	for i, f := range s.Findings {
		if i > 0 {
			b.WriteString("\n")
		}
		f.write(&b)
	}
	for _, e := range s.Errors {
		b.WriteString("\n")
		tellError(&b, e)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (f Finding) write(b *strings.Builder) {
	fmt.Fprintf(b, "%s: %s (%s)\n\n", f.Place, f.Message, f.Category)
	fmt.Fprintf(b, "  %s.\n\n", f.Why)
	fmt.Fprintf(b, "  What makes it %.0f %% likely that a maintainer would act on it, in log-odds, the heaviest first:\n\n", 100*f.Probability)
	any := "any " + f.Category
	width := len(any)
	for _, ev := range f.Evidence {
		width = max(width, len(ev.Name))
	}
	for _, ev := range f.Evidence {
		if math.Abs(ev.Weight) < 0.05 {
			continue // it would be told as nothing
		}
		fmt.Fprintf(b, "    %+5.1f  %-*s  %s\n", ev.Weight, width, ev.Name, ev.Says)
	}
	fmt.Fprintf(b, "    %+5.1f  %-*s\n\n", f.Base, width, any)
	if len(f.Fixes) > 0 {
		fmt.Fprintf(b, "  To mend it: %s; loglint -fix -diff shows how.\n", f.Fixes[0])
	} else {
		b.WriteString("  To mend it: by hand; loglint offers no change.\n")
	}
	fmt.Fprintf(b, "  To silence it: a comment with the reason, or //loglint:ignore %s and the reason.\n", f.Category)
	fmt.Fprintf(b, "  More on it: loglint explain %s\n", f.Category)
}
