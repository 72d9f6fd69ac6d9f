package mend_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/mend"
)

// brokenBy returns what says that the package of p.go does not compile with a file
// that has all of some texts.
func brokenBy(texts ...string) func([]mend.File) ([]string, error) {
	return func(files []mend.File) ([]string, error) {
		for _, f := range files {
			all := true
			for _, text := range texts {
				all = all && bytes.Contains(f.New, []byte(text))
			}
			if all {
				return []string{"."}, nil
			}
		}
		return nil, nil
	}
}

// TestSound holds fixes with which a package does not compile to be left out, and
// no others.
func TestSound(t *testing.T) {
	a, b, c := found("a", instead("a()", "x()")), found("b", instead("b()", "y()")), found("c", after("import \"os\"", "\nimport \"log\""))
	tests := []struct {
		name   string
		broken func([]mend.File) ([]string, error)
		out    []string
		want   []string // what the file has
	}{
		{"none", brokenBy("z()"), nil, []string{"x()", "y()", "log"}},
		{"one", brokenBy("y()"), []string{"b"}, []string{"x()", "log"}},
		{"two together", brokenBy("x()", "y()"), []string{"b"}, []string{"x()", "log"}},
		{"two", func(files []mend.File) ([]string, error) {
			one, _ := brokenBy("x()")(files)
			two, _ := brokenBy("log")(files)
			return append(one, two...), nil
		}, []string{"a", "c"}, []string{"y()"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, guilty, err := mend.Sound([]finding.Finding{a, b, c}, read, test.broken)
			if err != nil {
				t.Fatal(err)
			}
			var out []string
			for _, f := range guilty {
				out = append(out, f.Message)
			}
			if diff := cmp.Diff(test.out, out); diff != "" {
				t.Errorf("left out (-want +got):\n%s", diff)
			}
			for _, text := range []string{"x()", "y()", "log"} {
				if got := bytes.Contains(m.Files[0].New, []byte(text)); got != slices.Contains(test.want, text) {
					t.Errorf("%s is there: %v", text, got)
				}
			}
		})
	}
}

// TestSoundError holds what cannot be looked at to be an error, and nothing to be
// mended then.
func TestSoundError(t *testing.T) {
	blind := errors.New("blind")
	m, _, err := mend.Sound([]finding.Finding{found("a", instead("a()", "x()"))}, read, func([]mend.File) ([]string, error) { return nil, blind })
	if !errors.Is(err, blind) || len(m.Files) > 0 {
		t.Errorf("unexpected mending %v, error %v", m, err)
	}
}

// at puts a finding on a line.
func at(line int, f finding.Finding) finding.Finding {
	f.Pos = finding.Position{File: "p.go", Line: line, Column: 2}
	return f
}

// TestFailed holds a fix to be in vain where its finding, or another on what it has
// written, is found afterwards; and not where another shows elsewhere.
func TestFailed(t *testing.T) {
	a := at(6, found("a", instead("a()", "if a() {\n\t\tx()\n\t}")))
	b := at(7, found("b", instead("b()", "y()")))
	tests := []struct {
		name          string
		before, after []finding.Finding
		want          []string
	}{
		{"all gone", []finding.Finding{a, b}, nil, nil},
		{"still there", []finding.Finding{a, b}, []finding.Finding{at(9, b)}, []string{"b"}},
		{"another in its place", []finding.Finding{a, b}, []finding.Finding{at(7, found("new"))}, []string{"a"}},
		{"another elsewhere", []finding.Finding{a, b}, []finding.Finding{at(3, found("new"))}, nil},
		{"one of two alike", []finding.Finding{a, at(7, found("a", instead("b()", "y()")))}, []finding.Finding{at(9, found("a"))}, []string{"a"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m, err := mend.Apply(test.before, read)
			if err != nil {
				t.Fatal(err)
			}
			r := mend.NewRound(test.before)
			r.Mending = m
			var got []string
			for _, f := range r.Failed(test.after) {
				got = append(got, f.Message)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
