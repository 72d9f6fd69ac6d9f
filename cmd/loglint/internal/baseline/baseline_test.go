package baseline_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/baseline"
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

const code = `package p

func save() {
	write()
	write()
}

func load() { write() }
`

// in returns a finding for each of the lines.
func in(dir string, lines ...int) []finding.Finding {
	var all []finding.Finding
	for _, line := range lines {
		all = append(all, finding.Finding{
			Category: "discarded", Message: "error from write is <discarded> (discarded)", Stable: "error from write is <discarded>",
			Pos: finding.Position{File: filepath.Join(dir, "p.go"), Line: line, Column: 2},
		})
	}
	return all
}

// TestApply holds a baseline to cover what it was made of, though it moves, and
// nothing more.
func TestApply(t *testing.T) {
	dir := write(t, code)
	b := encoded(t, baseline.Of(in(dir, 4, 5, 8), dir, new(source.Files)))
	moved := write(t, strings.Replace(code, "\n", "\n\n// A comment.\n", 1))
	for _, test := range []struct {
		name  string
		lines []int
		kept  []int
		left  int
	}{
		{"the same", []int{6, 7, 10}, nil, 0},
		{"one more", []int{6, 6, 7, 10}, []int{7}, 0},
		{"one less", []int{7, 10}, nil, 1},
		{"one function less", []int{10}, nil, 2},
		{"one elsewhere", []int{6, 7, 9}, []int{9}, 1},
		{"none", nil, nil, 3},
	} {
		kept, left := b.Apply(in(moved, test.lines...), moved, new(source.Files))
		if diff := cmp.Diff(in(moved, test.kept...), kept); diff != "" {
			t.Errorf("%s: kept (-want +got):\n%s", test.name, diff)
		}
		n := 0
		for _, e := range left {
			n += e.Count
		}
		if n != test.left {
			t.Errorf("%s: %d entries are left over, want %d: %+v", test.name, n, test.left, left)
		}
	}
}

// TestEncode pins the file.
func TestEncode(t *testing.T) {
	dir := write(t, code)
	data, err := baseline.Of(in(dir, 8, 5, 4), dir, new(source.Files)).Encode()
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
	"version": 1,
	"findings": [
		{"file":"p.go","function":"load","category":"discarded","message":"error from write is <discarded>","count":1},
		{"file":"p.go","function":"save","category":"discarded","message":"error from write is <discarded>","count":2}
	]
}
`
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("unexpected file (-want +got):\n%s", diff)
	}
	encoded(t, baseline.Of(nil, dir, new(source.Files)))
}

// TestMalformed holds each mistake to be named.
func TestMalformed(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "this is no baseline, as -write-baseline writes it: it is empty",
		"{}":                                "it has no version",
		"# Notes\n":                         "this is no baseline, as -write-baseline writes it: line 1: invalid character '#'",
		"[1]":                               "line 1: it is of the kind array",
		"{\n\"version\": 1,\n\"findings\":": "line 3: ",
		"{\n\"version\": \"one\"}":          "line 2: ",
		"{\"version\": 1, \"found\": []}":   "unknown field \"found\"",
		"{\"version\": 2}":                  "version 2",
		"[]":                                "line 1: ",
		`{"version": 1, "findings": [{"file": "p.go"}]}`: "finding 1 lacks",
	} {
		_, err := baseline.Read([]byte(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

// encoded returns a baseline after it was written and read.
func encoded(t *testing.T, b baseline.Baseline) baseline.Baseline {
	t.Helper()
	data, err := b.Encode()
	if err != nil {
		t.Fatal(err)
	}
	b, err = baseline.Read(data)
	if err != nil {
		t.Fatalf("what was written cannot be read: %v\n%s", err, data)
	}
	return b
}

func write(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}
