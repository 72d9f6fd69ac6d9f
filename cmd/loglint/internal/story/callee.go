package story

import (
	"fmt"
	"io"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
)

// known says how it is known what a function does with errors.
var known = map[string]string{
	"table":    "a table of loglint names it",
	"body":     "its body was read",
	"declared": "a directive declares it",
	"shape":    "it is a method of an interface, whose body cannot be seen",
	"nothing":  "nothing is known of it",
}

// does says what a function does with what it is handed, by a table or a declaration.
var does = map[string]string{
	"logs": "It writes a log line that holds what it is handed.", "reports": "It tells a tracing span, or a service that gathers errors, what it is handed.",
	"answers": "It answers a client.", "responds": "It answers a client.", "prints": "It writes what it is handed to the writer that it is handed first.",
	"wraps": "What it returns holds what it is handed.", "classifies": "It says what kind of error it is handed.",
	"exits": "It ends the program, or the goroutine.", "runs": "It calls the function that it is handed.",
	"spawns": "It calls the function that it is handed in a goroutine.", "counts": "It adds to a metric.",
}

// handed says what becomes of an error that a function is handed, by the name of a fate.
var handed = map[string]string{
	"propagated": "returned", "escaped": "kept, or handed on to what is not known", "logged": "logged", "maybelogged": "logged, or not",
	"loggedbare": "left out of a line that is written for it", "classified": "asked for its kind", "answered": "told to a client",
	"counted": "counted", "replaced": "replaced by another error", "overwritten": "overwritten", "superseded": "followed by that of another attempt",
	"exited": "the end of the program", "dropped": "dropped", "none": "not looked at",
}

// WriteContract tells what a function is held to do with errors, and how to say otherwise.
func WriteContract(w io.Writer, c defect.Contract) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", c.Name, known[c.By])
	if c.At != "" {
		fmt.Fprintf(&b, " (%s)", c.At)
	}
	b.WriteString(".\n\n")
	line := func(format string, args ...any) { fmt.Fprintf(&b, "  "+format+"\n", args...) }
	if c.Does != "" {
		line("%s", does[c.Does])
	}
	if words := message.Does(c.Work); words != "" {
		line("It %s.", words)
	}
	if c.Line && c.Does == "" {
		line("Each call writes a log line.")
	}
	if c.Ends {
		line("It does not return.")
	}
	for _, p := range c.Takes {
		var may []string
		for _, f := range p.Fates {
			may = append(may, handed[f])
		}
		text := "An error, or its text, that is handed in as " + p.Name + " is " + strings.Join(may, ", or ")
		if p.Switch != "" {
			text += "; whether it is logged depends on " + p.Switch
		}
		line("%s.", text)
	}
	for _, r := range c.Returns {
		line("%s", returned(r))
	}
	switch c.By {
	case "nothing", "shape":
		line("An error that is handed to it may be kept: nothing is reported of it.")
	}
	b.WriteString("\n")
	if c.By != "table" {
		line("If that is wrong, say so where it is declared: //loglint:logs, //loglint:responds or //loglint:classifies.")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// returned says what an error is that a function returns.
func returned(r defect.Result) string {
	class := r.Class
	if class == "decode" {
		class = "decoding"
	}
	if class == "neverfails" {
		return "The error that it returns is always nil, or nobody can act on it."
	}
	text := "The error that it returns is of class " + class + ": " + coverage.ClassSays(class)
	if r.From != "" {
		text += "; it may come from " + r.From
		if words := message.Does(r.Does); words != "" {
			text += ", which " + words
		}
	}
	if r.Logged {
		text += "; it has logged it"
	}
	return text + "."
}
