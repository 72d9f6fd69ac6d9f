package mend_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/mend"
)

const source = `package p

import "os"

func f() {
	a()
	b()
}
`

// after returns an edit that inserts text after the first mark in the source.
func after(mark, text string) finding.Edit {
	i := strings.Index(source, mark) + len(mark)
	return finding.Edit{File: "p.go", Start: i, End: i, New: text}
}

// instead returns an edit that replaces the first mark in the source.
func instead(mark, text string) finding.Edit {
	i := strings.Index(source, mark)
	return finding.Edit{File: "p.go", Start: i, End: i + len(mark), New: text}
}

// found returns a finding with a fix, or without one.
func found(message string, edits ...finding.Edit) finding.Finding {
	f := finding.Finding{Message: message, Stable: message}
	if edits != nil {
		f.Fixes = []finding.Fix{{Message: "mend it", Edits: edits}, {Message: "or so", Edits: []finding.Edit{instead("a()", "never()")}}}
	}
	return f
}

func read(name string) ([]byte, error) {
	if name != "p.go" {
		return nil, fs.ErrNotExist
	}
	return []byte(source), nil
}

func TestApply(t *testing.T) {
	imports := after(`import "os"`, "\nimport \"log\"")
	tests := []struct {
		name     string
		findings []finding.Finding
		want     string // how the source changes: old→new, in order
		rest     []string
	}{
		{"none", []finding.Finding{found("x")}, "", []string{"x"}},
		{"one", []finding.Finding{found("x", instead("a()", "c()"))}, "a()→c()", nil},
		{"two", []finding.Finding{found("x", instead("b()", "d()")), found("y", instead("a()", "c()"))}, "a()→c() b()→d()", nil},
		{"one import for two", []finding.Finding{found("x", imports, instead("a()", "c()")), found("y", imports, instead("b()", "d()"))},
			"\"os\"→\"os\"\nimport\x00\"log\" a()→c() b()→d()", nil},
		{"two imports at one place", []finding.Finding{found("x", imports, instead("a()", "c()")),
			found("y", after(`import "os"`, "\nimport \"fmt\""), instead("b()", "d()"))},
			"\"os\"→\"os\"\nimport\x00\"log\" a()→c()", []string{"y"}},
		{"the same bytes", []finding.Finding{found("x", instead("a()", "c()")), found("y", instead("a()", "d()"))}, "a()→c()", []string{"y"}},
		{"the same edit twice", []finding.Finding{found("x", instead("a()", "c()")), found("y", instead("a()", "c()"))}, "a()→c()", nil},
		{"bytes that overlap", []finding.Finding{found("x", instead("a()\n\tb", "c")), found("y", instead("b()", "d()"))}, "a()\n\tb→c", []string{"y"}},
		{"an insertion inside", []finding.Finding{found("x", instead("a()", "c()")), found("y", after("a(", "1"))}, "a()→c()", []string{"y"}},
		{"an insertion before", []finding.Finding{found("x", instead("a()", "c()")), found("y", after("f() {\n\t", "z(); "))}, "a()→z()\n\tc()", nil},
		{"what is left is left whole", []finding.Finding{found("x", instead("a()", "c()")), found("y", instead("b()", "d()"), instead("a()", "e()"))},
			"a()→c()", []string{"y"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, err := mend.Apply(test.findings, read)
			if err != nil {
				t.Fatal(err)
			}
			want := source
			for change := range strings.FieldsSeq(strings.ReplaceAll(strings.ReplaceAll(test.want, "\n", "\x01"), "\t", "\x02")) {
				old, new, _ := strings.Cut(strings.NewReplacer("\x00", " ", "\x01", "\n", "\x02", "\t").Replace(change), "→")
				want = strings.Replace(want, old, new, 1)
			}
			got := source
			for _, f := range m.Files {
				got = string(f.New)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(m.Mended)+len(m.Rest) != len(test.findings) {
				t.Errorf("%d mended and %d left of %d", len(m.Mended), len(m.Rest), len(test.findings))
			}
			var rest []string
			for _, f := range m.Rest {
				rest = append(rest, f.Message)
			}
			if diff := cmp.Diff(test.rest, rest); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestFormat holds a file that was formatted to stay so, and one that was not
// to be changed in the place of the fix alone.
// TestJoined holds the first fixes of several findings to become one, as far as they go
// together.
func TestJoined(t *testing.T) {
	a, b, both := found("a", instead("a()", "a(1)")), found("b", instead("b()", "b(1)")), found("both", instead("a()\n\tb()", "c()"))
	imports := after(`import "os"`, "\nimport \"log\"")
	first, second := found("first", imports, instead("a()", "log.Print(1)")), found("second", imports, instead("b()", "log.Print(2)"))
	none := found("none")
	for _, test := range []struct {
		name string
		of   []finding.Finding
		want []finding.Edit
	}{
		{"none", []finding.Finding{none}, nil},
		{"one", []finding.Finding{none, a}, a.Fixes[0].Edits},
		{"in the order of the file", []finding.Finding{b, a}, []finding.Edit{a.Fixes[0].Edits[0], b.Fixes[0].Edits[0]}},
		{"what does not go together", []finding.Finding{a, both, b}, []finding.Edit{a.Fixes[0].Edits[0], b.Fixes[0].Edits[0]}},
		{"what both change alike", []finding.Finding{first, second}, []finding.Edit{imports, first.Fixes[0].Edits[1], second.Fixes[0].Edits[1]}},
	} {
		var all [][]finding.Fix
		for _, f := range test.of {
			all = append(all, f.Fixes)
		}
		got := mend.Joined(all)
		if test.want == nil {
			if got != nil {
				t.Errorf("%s: %v", test.name, got)
			}
			continue
		}
		if len(got) != 1 {
			t.Fatalf("%s: %d fixes", test.name, len(got))
		}
		if diff := cmp.Diff(test.want, got[0].Edits); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, test := range []struct{ old, want string }{
		{"package p\n\nfunc f() {\n\tg(1, 2)\n}\n", "package p\n\nfunc f() {\n\th(1, 2)\n}\n"},
		{"package p\nfunc f() { g(1,2) }\n", "package p\nfunc f() { h(1,  2) }\n"},
	} {
		i := strings.Index(test.old, "g(")
		edit := finding.Edit{File: "p.go", Start: i, End: strings.Index(test.old, "2)"), New: "h(1,  "}
		m, err := mend.Apply([]finding.Finding{found("x", edit)}, func(string) ([]byte, error) { return []byte(test.old), nil })
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, string(m.Files[0].New)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestErrors holds mistakes to name the file.
func TestErrors(t *testing.T) {
	missing := finding.Edit{File: "q.go", Start: 1, End: 1, New: "x"}
	if _, err := mend.Apply([]finding.Finding{found("x", missing)}, read); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("unexpected error for a file that is not there: %v", err)
	}
	for _, bad := range []finding.Edit{
		{File: "p.go", Start: 5, End: len(source) + 1, New: "x"},
		{File: "p.go", Start: len(source), End: len(source), New: "func {"},
	} {
		if _, err := mend.Apply([]finding.Finding{found("x", bad)}, read); err == nil || !strings.HasPrefix(err.Error(), "p.go: ") {
			t.Errorf("unexpected error: %v", err)
		}
	}
}
