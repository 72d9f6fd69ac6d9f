package text

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// A Terminal writes findings for people who look at them as they come: below the
// name of their file, each with its source.
type Terminal struct {
	Dir   string // file names are relative to it
	Color bool
	// Mixed says that findings of one file do not stand together, so that each is
	// written with its whole place.
	Mixed bool
}

// The colours, as few as make the place and the range stand out.
const (
	bold  = "\x1b[1m"
	red   = "\x1b[31m"
	faint = "\x1b[2m"
	reset = "\x1b[0m"
)

// Write writes the findings, and nothing if there are none.
func (t Terminal) Write(w io.Writer, findings []finding.Finding, files *source.Files) error {
	var out bytes.Buffer
	file := ""
	for i, f := range findings {
		place, indent := Short(t.Dir, f.Pos).String()+":", ""
		if !t.Mixed {
			// Editors that find places in what is written know this form, too.
			if f.Pos.File != file || i == 0 {
				if i > 0 {
					out.WriteByte('\n')
				}
				file = f.Pos.File
				fmt.Fprintln(&out, t.in(bold, Short(t.Dir, finding.Position{File: file}).String()))
			}
			place, indent = fmt.Sprintf("%d:%d:", f.Pos.Line, f.Pos.Column), "  "
		}
		category := ""
		if says := f.Says(); says != f.Message {
			category = " " + t.in(faint, "("+f.Category+")")
		}
		fmt.Fprintf(&out, "%s%s %s%s\n", indent, t.in(bold, place), f.Says(), category)
		t.excerpt(&out, f, files)
		for i, rel := range f.Related {
			if i == maxRelated {
				fmt.Fprintf(&out, "    %s\n", others(len(f.Related)-i))
				break
			}
			fmt.Fprintf(&out, "    %s: %s\n", Short(t.Dir, rel.Pos), rel.Message)
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

func (t Terminal) in(color, text string) string {
	if !t.Color {
		return text
	}
	return color + text + reset
}

// excerpt writes the line of a finding and marks its range below.
func (t Terminal) excerpt(out *bytes.Buffer, f finding.Finding, files *source.Files) {
	line := files.Line(f.Pos.File, f.Pos.Line)
	if strings.TrimSpace(line) == "" || f.Pos.Column-1 >= len(line) {
		return // gone, or changed since
	}
	from, to := f.Pos.Column-1, len(line)
	if f.End.Line == f.Pos.Line && f.End.Column > f.Pos.Column {
		to = min(to, f.End.Column-1)
	}
	// A tab is as wide as the terminal likes it to be, unless it is spaces.
	before, marked := expand(line[:from]), expand(line[from:to])
	number := fmt.Sprintf("%6d", f.Pos.Line)
	fmt.Fprintf(out, "%s %s\n", t.in(faint, number+" |"), before+marked+expand(line[to:]))
	fmt.Fprintf(out, "%s %s%s\n", t.in(faint, strings.Repeat(" ", len(number))+" |"),
		strings.Repeat(" ", utf8.RuneCountInString(before)), t.in(red, strings.Repeat("^", max(1, utf8.RuneCountInString(marked)))))
}

func expand(text string) string { return strings.ReplaceAll(text, "\t", "    ") }
