package catalogue

import (
	"bytes"
	_ "embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"text/template"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
)

//go:embed rules.md.tmpl
var page string

// Examples is the directory of the rules' examples, below the module's root.
const Examples = "testdata/src/catalogue"

// Render returns docs/rules.md; root is the module's root, where the examples
// and what was measured are read.
func Render(root fs.FS) ([]byte, error) {
	data, err := fs.ReadFile(root, "docs/measured.json")
	if err != nil {
		return nil, err
	}
	counted, err := ReadMeasured(data)
	if err != nil {
		return nil, err
	}
	t, err := template.New("rules.md").Funcs(template.FuncMap{
		"example":  func(r Rule) (string, error) { return Example(root, r) },
		"shown":    shown,
		"signed":   signed,
		"words":    message.Evidence,
		"measured": func(r Rule) string { return inWords(counted.Categories[string(r.Category)]) },
	}).Parse(page)
	if err != nil {
		return nil, err
	}
	high, medium := defect.Thresholds()
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{
		"Passes":     Passes,
		"Evidences":  defect.Evidences(),
		"High":       high,
		"Medium":     medium,
		"Measured":   counted,
		"Categories": table("category", counted.Categories, categoryNames()),
		"Evidence":   table("evidence", counted.Evidence, evidenceNames()),
	})
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Example returns the example of a rule as documents show it: the bad code,
// and the good code that differs from it in the one thing that matters.
func Example(root fs.FS, r Rule) (string, error) {
	var parts []string
	for _, name := range []string{"bad", "good"} {
		code, err := fs.ReadFile(root, path.Join(Examples, string(r.Category), name+".go"))
		if err != nil {
			return "", err
		}
		parts = append(parts, "// "+name+"\n"+body(string(code)))
	}
	return "```go\n" + strings.Join(parts, "\n") + "```", nil
}

// head is what a Go file begins with: comments, the package clause, imports.
var head = regexp.MustCompile(`^(?:(?://.*)?\n)*package \w+\n+(?:import (?:"[^"]*"|\([^)]*\))\n+)*`)

// body returns the declarations of a Go file, without its imports.
func body(code string) string {
	return code[len(head.FindString(code)):]
}

// shown says with which flags the findings of a rule are shown.
func shown(r Rule) string {
	if r.Most < defect.High {
		return fmt.Sprintf("with `-confidence=%s`", r.Most)
	}
	return "by default"
}

// signed writes a weight with its sign, and zero without.
func signed(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
}

// inWords says what was counted of a rule.
func inWords(c Counts) string {
	var said []string
	if c.Judged.Findings > 0 {
		said = append(said, "a maintainer would act on "+rate(c.Judged.Act, c.Judged.Findings)+" findings")
	}
	if c.Census.Reported > 0 {
		said = append(said, rate(c.Census.Act, c.Census.Reported)+" reported sites of the census are worth a change")
	}
	if c.Census.Of != nil {
		said = append(said, rate(c.Census.Act, *c.Census.Of)+" such sites are reported")
	}
	if len(said) == 0 {
		return "not yet"
	}
	return strings.Join(said, "; ") + " ([how](#measured))"
}

// table returns the counts of each name as a table, and says what has not
// been counted: it is not left out silently.
func table(kind string, counts map[string]Counts, names []string) string {
	var rows, not []string
	for _, name := range names {
		if c, ok := counts[name]; ok {
			rows = append(rows, row(name, c))
		} else {
			not = append(not, name)
		}
	}
	var parts []string
	if len(rows) > 0 {
		parts = append(parts, "| "+kind+" | findings | act | fine | wrong | census: act of reported | census: act reported |\n"+
			"|---|---|---|---|---|---|---|\n"+strings.Join(rows, ""))
	}
	if len(not) > 0 {
		parts = append(parts, "Not yet measured by "+kind+": "+strings.Join(not, ", ")+".\n")
	}
	return strings.Join(parts, "\n")
}

// row returns the counts of a name as a row of a table.
func row(name string, c Counts) string {
	const none = "–"
	cells := []string{name, none, none, none, none, none, none}
	if c.Judged.Findings > 0 {
		cells[1], cells[2] = fmt.Sprint(c.Judged.Findings), rate(c.Judged.Act, c.Judged.Findings)
	}
	for i, n := range []*int{c.Judged.Fine, c.Judged.Wrong} {
		if n != nil {
			cells[3+i] = fmt.Sprint(*n)
		}
	}
	if c.Census.Reported > 0 {
		cells[5] = rate(c.Census.Act, c.Census.Reported)
	}
	if c.Census.Of != nil {
		cells[6] = rate(c.Census.Act, *c.Census.Of)
	}
	return "| " + strings.Join(cells, " | ") + " |\n"
}

// rate writes a part of a whole. Of less than twenty a percentage would say
// more than was measured.
func rate(part, whole int) string {
	text := fmt.Sprintf("%d of %d", part, whole)
	if whole >= 20 {
		text += fmt.Sprintf(" (%.0f %%)", 100*float64(part)/float64(whole))
	}
	return text
}
