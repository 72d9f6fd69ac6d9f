package manual

import (
	"fmt"
	"strings"
)

const (
	width  = 79 // of a line
	tab    = 8  // as wide as a terminal makes it
	column = 20 // after the tab, where texts begin
)

// Usage returns what the command prints without arguments.
func Usage() string {
	var b strings.Builder
	b.WriteString(strings.Join(wrapped(purpose, width), "\n"))
	b.WriteString("\n\nUsage:\n\n")
	for _, line := range synopsis {
		b.WriteString("\t" + line + "\n")
	}
	b.WriteString("\nExamples:\n\n")
	for _, e := range examples {
		fmt.Fprintf(&b, "\t%-45s %s\n", e.line, e.text)
	}
	b.WriteString("\nFlags:\n")
	for _, group := range Flags {
		b.WriteString("\n" + list(group))
	}
	b.WriteString("\n" + strings.Join(wrapped(status, width), "\n") + "\n")
	return b.String()
}

// list writes flags, each with its text beside or below it.
func list(flags []Flag) string {
	var b strings.Builder
	for _, f := range flags {
		form := f.Form()
		if len(form) >= column {
			b.WriteString("\t" + form + "\n")
			form = ""
		}
		for _, line := range wrapped(f.Text, width-tab-column) {
			fmt.Fprintf(&b, "\t%-*s%s\n", column, form, line)
			form = ""
		}
	}
	return b.String()
}

// wrapped breaks a text into lines.
func wrapped(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
