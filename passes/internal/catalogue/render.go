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
	measured, err := fs.ReadFile(root, "docs/measured.md")
	if err != nil {
		return nil, err
	}
	t, err := template.New("rules.md").Funcs(template.FuncMap{
		"example": func(r Rule) (string, error) { return Example(root, r) },
		"signed":  signed,
		"words":   message.Evidence,
		"percent": func(p float64) string { return fmt.Sprintf("%.0f %%", 100*p) },
	}).Parse(page)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{
		"Passes":    Passes,
		"Evidences": defect.Evidences(),
		"High":      defect.Least(defect.High),
		"Medium":    defect.Least(defect.Medium),
		"Intercept": defect.Intercept(),
		"Measured":  strings.TrimSpace(string(measured)),
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

// signed writes a weight with its sign.
func signed(w float64) string { return fmt.Sprintf("%+.1f", w) }
