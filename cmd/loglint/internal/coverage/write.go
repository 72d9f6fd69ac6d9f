package coverage

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// WriteText writes the coverage of packages as a table, and what else there is to say of the whole.
func WriteText(w io.Writer, r Report) error {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	row := func(cells ...any) {
		for _, cell := range cells[:len(cells)-1] {
			fmt.Fprintf(t, "%v\t", cell)
		}
		fmt.Fprintf(t, "  %v\n", cells[len(cells)-1])
	}
	tally := func(g Group) {
		row(g.Percent(), g.Lost(), g.Traced(), g.Paths[Propagated], g.Paths[Escaped], g.Paths[Unknown], g.Name)
	}
	row("coverage", "lost", "traced", "handed on", "kept", "unknown", "package")
	for _, g := range r.ByPackage() {
		if g.All() > 0 {
			tally(g)
		}
	}
	all := r.Tally()
	tally(Group{"all", all})
	if boundaries := r.ByBoundary(); len(boundaries) > 0 {
		row("", "", "", "", "", "", "")
		row("coverage", "lost", "traced", "", "kept", "unknown", "where no error can be returned")
		for _, g := range boundaries {
			row(g.Percent(), g.Lost(), g.Traced(), "", g.Paths[Escaped], g.Paths[Unknown], g.Name)
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(&b, "\n%s\n", sentence(r))
	var lost []string
	for _, f := range Fates {
		if n := all.Paths[f]; f.Lost() && n > 0 {
			lost = append(lost, fmt.Sprintf("%s %d", words[f], n))
		}
	}
	if len(lost) > 0 {
		fmt.Fprintf(&b, "Lost: %s.\n", strings.Join(lost, ", "))
	}
	fmt.Fprintf(&b, "Written down once on %s, more than once on %s.\n", paths(all.Once), paths(all.Again))
	_, err := io.WriteString(w, trimmed(b.String()))
	return err
}

// words say what is lost by a fate.
var words = map[Fate]string{
	NoValue: "a line without the error", Answered: "only a client is told", Counted: "only counted",
	Replaced: "replaced by another error", Dropped: "dropped",
}

// sentence says what the number is of.
func sentence(r Report) string {
	all := r.Tally()
	s := fmt.Sprintf("Of %s on which an error ends, %d leave a trace: %s. What becomes of it is unknown on %.0f %% of all %s.",
		paths(all.Ends()), all.Traced(), all.Percent(), 100*all.Unknown(), paths(all.All()))
	if n := len(r.Missing); n > 0 {
		s += fmt.Sprintf(" %d packages could not be analysed, and are not in it.", n)
	}
	return s
}

func paths(n int) string {
	if n == 1 {
		return "1 path"
	}
	return fmt.Sprintf("%d paths", n)
}

// trimmed leaves out the space at the ends of lines, and of what a table has in place of an empty row.
func trimmed(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

// mostRows is how many packages, and how many paths, a summary has.
const mostRows = 15

// WriteMarkdown writes a summary for a pull request: the number, what has changed if there is something to
// compare it with, and the packages that lose most.
func WriteMarkdown(w io.Writer, r Report, change *Change) error {
	var b strings.Builder
	fmt.Fprintf(&b, "### Error-path coverage: %s\n\n", r.Tally().Percent())
	if change != nil {
		change.markdown(&b)
	}
	fmt.Fprintf(&b, "%s\n\n", sentence(r))
	b.WriteString("| package | coverage | lost | traced | unknown |\n|---|--:|--:|--:|--:|\n")
	groups := r.ByPackage()
	rest := newTally()
	n := 0
	for i, g := range groups {
		if g.All() == 0 {
			continue
		}
		if i >= mostRows {
			rest.join(g.Tally)
			n++
			continue
		}
		markdownRow(&b, code(g.Name), g.Tally)
	}
	if n > 0 {
		markdownRow(&b, fmt.Sprintf("%d others", n), rest)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownRow(b *strings.Builder, name string, t Tally) {
	fmt.Fprintf(b, "| %s | %s | %d | %d | %d |\n", name, t.Percent(), t.Lost(), t.Traced(), t.Paths[Unknown])
}

// markdown writes the change.
func (c *Change) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "Since %s: %s before, %s now; %s more, %d fewer.\n\n",
		code(c.Since), c.Before.Percent(), c.After.Percent(), silent(len(c.New)), len(c.Gone))
	for i, s := range c.New {
		if i == mostRows {
			fmt.Fprintf(b, "- and %d more\n", len(c.New)-mostRows)
			break
		}
		fmt.Fprintf(b, "- %s: the error of %s is lost in %s (%s)%s\n", code(fmt.Sprintf("%s:%d", s.File, s.Line)), code(s.Callee), code(s.Function), words[s.Fate], prefixed("; ", s.Instead))
	}
	if len(c.New) > 0 {
		b.WriteString("\n")
	}
}

func silent(n int) string {
	if n == 1 {
		return "1 silent path"
	}
	return fmt.Sprintf("%d silent paths", n)
}

func prefixed(with, text string) string {
	if text == "" {
		return ""
	}
	return with + text
}

// code writes text as code in Markdown: in more backquotes than it has.
func code(text string) string {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "|", "\\|")), " ")
	quotes := "`"
	for strings.Contains(text, quotes) {
		quotes += "`"
	}
	if len(quotes) > 1 {
		return quotes + " " + text + " " + quotes
	}
	return quotes + text + quotes
}

// WriteText writes the change for people.
func (c *Change) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\nSince %s: %s before, %s now; %s more, %d fewer.\n", c.Since, c.Before.Percent(), c.After.Percent(), silent(len(c.New)), len(c.Gone))
	for _, s := range c.New {
		fmt.Fprintf(&b, "%s:%d: the error of %s is lost in %s: %s%s\n", s.File, s.Line, s.Callee, s.Function, words[s.Fate], prefixed("; ", s.Instead))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
