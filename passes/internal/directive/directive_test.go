package directive_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/passes/internal/directive"
)

// read reads the directives of one file.
func read(t *testing.T, text string) *directive.Index {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return directive.New(fset, []*ast.File{file})
}

// TestNolint reads golangci-lint's comments behind a call at line 4.
func TestNolint(t *testing.T) {
	for comment, want := range map[string]string{
		"//nolint":                          "all, linter",
		"// nolint":                         "all, linter",
		"//nolint // why":                   "all, linter",
		"//nolint:loglint":                  "loglint, linter",
		"//nolint: loglint":                 "loglint, linter",
		"//nolint:errcheck,loglint // why":  "loglint, linter",
		"//nolint:errcheck, loglint // why": "loglint, linter",
		"//nolint:LogLint":                  "loglint, linter",
		"//nolint:swallowederr":             "swallowederr",
		"//nolint:swallowederr,loglint":     "swallowederr; loglint, linter",
		"//nolint:errcheck":                 "",
		"//nolintlint":                      "",
		"// nolinting here":                 "",
		"//nolint:logilnt":                  "",
	} {
		var got []string
		for _, ig := range read(t, "package p\n\nfunc f() {\n\tg() "+comment+"\n}\n\nfunc g() {}\n").Ignores {
			text := strings.Join(ig.Categories, ",")
			if ig.Linter {
				text += ", linter"
			}
			if !ig.Nolint || ig.Line != 4 || ig.Last != 4 {
				t.Errorf("%s: %+v", comment, ig)
			}
			got = append(got, text)
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", comment, diff)
		}
	}
}

// TestLines holds which lines a comment holds for that stands alone.
func TestLines(t *testing.T) {
	x := read(t, `package p

//nolint:loglint
func f() {
	g()
}

func h() {
	//nolint:loglint
	if g() {
		g()
	}
	//loglint:ignore dropped the reply has been written
	if g() {
		g()
	}
}

func g() bool { return false }
`)
	var got []string
	for _, ig := range x.Ignores {
		got = append(got, fmt.Sprintf("%d-%d", ig.Line, ig.Last))
	}
	if diff := cmp.Diff([]string{"4-6", "10-12", "14-14"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestProblems holds what is said of comments that cannot be obeyed.
func TestProblems(t *testing.T) {
	for comment, want := range map[string]string{
		"// loglint:ignore dropped why":        "a directive has no space before it, and is no /* */: write //loglint:ignore",
		"/* loglint:ignore dropped why */":     "a directive has no space before it, and is no /* */: write //loglint:ignore",
		"// loglint: what it is":               "",
		"// loglint:ignored by everybody":      "",
		"//loglint:ignore":                     "//loglint:ignore names no category: want //loglint:ignore category reason",
		"//loglint:ignore dropped":             "//loglint:ignore dropped gives no reason",
		"//loglint:ignore droped why":          `//loglint:ignore names the unknown category "droped"`,
		"//loglint:ignore dropped why":         "",
		"//loglint:logs":                       "//loglint:logs belongs in the doc comment of a function or an interface method",
		"//loglint:lgos":                       "unknown directive //loglint:lgos",
		"//nolint:logilnt":                     `//nolint names "logilnt", which is no linter: loglint is meant`,
		"//nolint:loglnt // why":               `//nolint names "loglnt", which is no linter: loglint is meant`,
		"//nolint:errcheck,swallowederror":     `//nolint names "swallowederror", which is no linter: swallowederr is meant`,
		"//nolint:misingctx":                   `//nolint names "misingctx", which is no linter: missingctx is meant`,
		"//nolint:sloglint,golint,noctx":       "",
		"//nolint:errcheck,gosec,contextcheck": "",
	} {
		var got []string
		for _, p := range read(t, "package p\n\nfunc f() {\n\tg() "+comment+"\n}\n\nfunc g() {}\n").Problems {
			got = append(got, p.Text)
		}
		if diff := cmp.Diff(want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", comment, diff)
		}
	}
}
