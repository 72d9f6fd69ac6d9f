package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
)

// At reports whether an error is told of where a line is asked for: it is born there, or one of its
// paths ends or leaves a trace there.
func At(e coverage.Error, line int) bool {
	if e.Line <= line && line <= e.EndLine {
		return true
	}
	return slices.ContainsFunc(e.Paths, func(p coverage.Path) bool {
		return p.Lines[len(p.Lines)-1] == line || slices.ContainsFunc(p.Traces, func(t coverage.Trace) bool { return t.Line == line })
	})
}

// tellError tells of an error: where it is born and of which class it is, and what becomes of it on each
// of its paths.
func tellError(b *strings.Builder, e coverage.Error) {
	fmt.Fprintf(b, "%s:%d:%d: %s", e.File, e.Line, e.Column, bornIn(e))
	fmt.Fprintf(b, "\n\n  Class %s: %s", e.Class, coverage.ClassSays(e.Class))
	if e.From != "" {
		b.WriteString("; it may come from " + e.From)
		if e.Does != "" {
			b.WriteString(", which " + e.Does)
		}
	}
	b.WriteString(".\n")
	if e.Role != "" {
		fmt.Fprintf(b, "  The function works for: %s.\n", e.Role)
	}
	if e.Boundary != "" {
		fmt.Fprintf(b, "  From here no error can be returned: it is a %s.\n", boundaries[e.Boundary])
	}
	b.WriteString("  What becomes of it:\n\n")
	for _, p := range e.Paths {
		tellPath(b, p)
	}
}

// boundaries are the kinds of functions that can return no error, in words.
var boundaries = map[string]string{
	"handler": "handler of requests", "goroutine": "goroutine's body", "main": "program's beginning, or a package's",
	"callback": "callback", "deferred": "deferred function",
}

// bornIn says where an error comes from.
func bornIn(e coverage.Error) string {
	in := ""
	if e.Function != "" {
		in = " in " + e.Function
	}
	if e.Callee == "" {
		return "an error" + in
	}
	return "the error of " + e.Callee + in
}

// tellPath tells of a path.
func tellPath(b *strings.Builder, p coverage.Path) {
	var lines []string
	for _, line := range p.Lines {
		lines = append(lines, strconv.Itoa(line))
	}
	fmt.Fprintf(b, "    %-10s  lines %s\n", p.Fate, strings.Join(lines, ", "))
	note := func(format string, args ...any) { fmt.Fprintf(b, "    %-10s  %s\n", "", fmt.Sprintf(format, args...)) }
	if p.Fate != coverage.Escaped { // what keeps it is named
		note("%s", p.Fate.Says())
	}
	for _, t := range p.Traces {
		note("Written down by %s at line %d.", t.By, t.Line)
	}
	if p.Keeper != "" {
		if p.Keeper == "a panic" {
			note("The program panics with it.")
		} else if p.Fate == coverage.Unknown {
			note("It is handed to %s. If that writes it down, //loglint:logs on its declaration says so.", p.Keeper)
		} else {
			note("It is kept by %s, from where it can be had.", p.Keeper)
		}
	}
	if p.Held != "" {
		note("It is not reported: %s.", p.Held)
	}
}
