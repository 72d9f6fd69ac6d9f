package text

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// A Terminal writes findings for people who look at them as they come: each
// with its source, and at the end how many there are of what, and what can be
// done about them. That is said once, for it is the same for all.
type Terminal struct {
	Dir   string // file names are relative to it where they are below it
	Color bool
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
	if len(findings) == 0 {
		return nil
	}
	var out bytes.Buffer
	for _, f := range findings {
		message, category := cutCategory(f)
		fmt.Fprintf(&out, "%s %s %s\n", t.in(bold, t.place(f.Pos)+":"), message, t.in(faint, category))
		t.excerpt(&out, f, files)
		for i, rel := range f.Related {
			if i == maxRelated {
				fmt.Fprintf(&out, "    %s\n", others(len(f.Related)-i))
				break
			}
			fmt.Fprintf(&out, "    %s %s\n", t.place(rel.Pos)+":", rel.Message)
		}
	}
	t.summary(&out, findings)
	_, err := w.Write(out.Bytes())
	return err
}

func (t Terminal) in(color, text string) string {
	if !t.Color {
		return text
	}
	return color + text + reset
}

// place writes a position with a file name that is short.
func (t Terminal) place(p finding.Position) string {
	rel, err := filepath.Rel(t.Dir, p.File)
	if err == nil && len(rel) < len(p.File) {
		p.File = rel
	}
	return p.String()
}

// cutCategory cuts the category from the end of a message.
func cutCategory(f finding.Finding) (message, category string) {
	category = "(" + f.Category + ")"
	message, ok := strings.CutSuffix(f.Message, " "+category)
	if !ok {
		return f.Message, ""
	}
	return message, category
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

// summary counts the findings, the most frequent category first, and says how
// one is silenced or fixed.
func (t Terminal) summary(out *bytes.Buffer, findings []finding.Finding) {
	counts := make(map[string]int)
	inFiles := make(map[string]bool)
	for _, f := range findings {
		counts[f.Category]++
		inFiles[f.Pos.File] = true
	}
	var categories []string
	for category := range counts {
		categories = append(categories, category)
	}
	slices.SortFunc(categories, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	var parts []string
	for _, category := range categories {
		parts = append(parts, fmt.Sprintf("%d %s", counts[category], category))
	}
	fmt.Fprintf(out, "\n%s %s\n", t.in(bold, fmt.Sprintf("%s in %s:", plural(len(findings), "finding"), plural(len(inFiles), "file"))),
		strings.Join(parts, ", "))
	fmt.Fprintf(out, "To silence one, say why on its line or the line before: //loglint:ignore %s reason\n", categories[0])
	fmt.Fprintln(out, "To mend what can be mended: -fix; -fix -diff shows what that would be.")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
