package text_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
	"github.com/loglint/loglint/cmd/loglint/internal/text"
)

const code = `package store

func save(name string) {
	é := write(name); write(name,
		data)
}
`

// findings are three in the code: on one line, over two lines, and in a file
// that is not there.
func findings(dir string) []finding.Finding {
	at := func(file string, line, column int) finding.Position {
		return finding.Position{File: filepath.Join(dir, "store", file), Line: line, Column: column}
	}
	return []finding.Finding{
		{Category: "dropped", Message: "error from write is dropped (dropped)", Pos: at("store.go", 4, 8), End: at("store.go", 4, 19),
			Related: []finding.Related{{Pos: at("store.go", 3, 6), End: at("store.go", 3, 10), Message: "called here"}},
			Fixes:   []finding.Fix{{Message: "log it"}}},
		{Category: "discarded", Message: "error from write is discarded (discarded)", Pos: at("store.go", 4, 21), End: at("store.go", 5, 8)},
		{Category: "discarded", Message: "error from f is discarded (discarded)", Pos: at("gone.go", 4, 1), End: at("gone.go", 4, 2)},
	}
}

// TestTerminal pins what people see: short names, the source with the range
// below it, the counts, and how to go on.
func TestTerminal(t *testing.T) {
	const want = `store/store.go:4:8: error from write is dropped (dropped)
     4 |     é := write(name); write(name,
       |          ^^^^^^^^^^^
    store/store.go:3:6: called here
store/store.go:4:21: error from write is discarded (discarded)
     4 |     é := write(name); write(name,
       |                       ^^^^^^^^^^^
store/gone.go:4:1: error from f is discarded (discarded)

3 findings in 2 files: 2 discarded, 1 dropped
To silence one, say why on its line or the line before: //loglint:ignore discarded reason
To mend what can be mended: -fix; -fix -diff shows what that would be.
`
	dir := write(t)
	var out strings.Builder
	if err := (text.Terminal{Dir: dir}).Write(&out, findings(dir), new(source.Files)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, filepath.ToSlash(out.String())); diff != "" {
		t.Errorf("unexpected text (-want +got):\n%s", diff)
	}
}

// TestColor holds colours to be there when they are asked for, to end, and to
// change nothing else.
func TestColor(t *testing.T) {
	dir := write(t)
	render := func(color bool) string {
		var out strings.Builder
		if err := (text.Terminal{Dir: dir, Color: color}).Write(&out, findings(dir), new(source.Files)); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	colored := render(true)
	if !strings.Contains(colored, "\x1b[31m^^^") {
		t.Errorf("the range is not red:\n%q", colored)
	}
	plain := strings.NewReplacer("\x1b[1m", "", "\x1b[2m", "", "\x1b[31m", "", "\x1b[0m", "").Replace(colored)
	if diff := cmp.Diff(render(false), plain); diff != "" {
		t.Errorf("colours change the text (-without +with):\n%s", diff)
	}
	for line := range strings.Lines(colored) {
		if on, off := strings.Count(line, "\x1b["), strings.Count(line, "\x1b[0m"); on != 2*off {
			t.Errorf("a colour does not end with its line: %q", line)
		}
	}
}

// TestSilent holds success to be silent.
func TestSilent(t *testing.T) {
	var out strings.Builder
	if err := (text.Terminal{}).Write(&out, nil, new(source.Files)); err != nil {
		t.Fatal(err)
	}
	if err := text.Plain(&out, nil, 3, new(source.Files)); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 0 {
		t.Errorf("without findings it writes %q", out.String())
	}
}

// TestPlain pins one line a finding, and the source around it.
func TestPlain(t *testing.T) {
	dir := write(t)
	var out strings.Builder
	if err := text.Plain(&out, findings(dir)[:1], 1, new(source.Files)); err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(`STORE:4:8: error from write is dropped (dropped)
3	func save(name string) {
4		é := write(name); write(name,
5			data)
STORE:3:6: 	called here
2	
3	func save(name string) {
4		é := write(name); write(name,
`, "STORE", filepath.Join(dir, "store", "store.go"))
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("unexpected text (-want +got):\n%s", diff)
	}
}

// TestSkipped holds the packages that are named for one reason to a number
// that can be read, and says how many there are beyond.
func TestSkipped(t *testing.T) {
	all := []finding.Skipped{{Package: "m/bad", Reason: "undefined: x", Pos: finding.Position{File: "/m/bad.go", Line: 3, Column: 1}}}
	for range 12 {
		all = append(all, finding.Skipped{Package: "m/user", Reason: "it imports m/bad"})
	}
	lines := text.Skipped(all)
	if got := lines[0]; got != "/m/bad.go:3:1: cannot analyse m/bad: undefined: x (typecheck)" {
		t.Errorf("first line: %s", got)
	}
	if got := lines[len(lines)-1]; len(lines) != 12 || got != "loglint: cannot analyse 2 more packages: it imports m/bad" {
		t.Errorf("%d lines, the last: %s", len(lines), got)
	}
}

func write(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "store"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "store", "store.go"), []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}
