package catalogue

import (
	"encoding/json"
	"strings"
)

// A told rule is what the command tells of a category to programs that show
// findings. They cannot run a template, and the command should not carry one.
type told struct {
	ID      string `json:"id"`
	Pass    string `json:"pass"`
	Summary string `json:"summary"`
	Reports string `json:"reports"`
	Help    string `json:"help"` // Markdown
}

// RenderJSON returns the rules for the command's reports in other formats.
func RenderJSON() ([]byte, error) {
	var all []told
	for _, p := range Passes {
		for _, r := range p.Rules {
			all = append(all, told{string(r.Category), p.Name, r.Summary, r.Reports, help(p, r)})
		}
	}
	data, err := json.MarshalIndent(all, "", "\t")
	return append(data, '\n'), err
}

// help says why a rule matters, what it leaves alone, and how it is silenced.
func help(p Pass, r Rule) string {
	var b strings.Builder
	b.WriteString(r.Why + "\n\nNot reported:\n\n")
	for _, what := range r.NotReported {
		b.WriteString("- " + what + "\n")
	}
	b.WriteString("\nTo silence:\n\n")
	if r.Comment != "" {
		b.WriteString("- A comment that gives the reason, " + r.Comment + ".\n")
	}
	b.WriteString("- `//loglint:ignore " + string(r.Category) + " reason`, or `//nolint:" + p.Name + "`\n")
	return b.String()
}
