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

// TestTerminal pins what people see: short names, one heading a file, the source with the
// range below it; and without headings where findings of one file do not stand together.
func TestTerminal(t *testing.T) {
	const byFile = `store/store.go
  4:8: error from write is dropped (dropped)
     4 |     é := write(name); write(name,
       |          ^^^^^^^^^^^
    store/store.go:3:6: called here
  4:21: error from write is discarded (discarded)
     4 |     é := write(name); write(name,
       |                       ^^^^^^^^^^^

store/gone.go
  4:1: error from f is discarded (discarded)
`
	const mixed = `store/store.go:4:8: error from write is dropped (dropped)
     4 |     é := write(name); write(name,
       |          ^^^^^^^^^^^
    store/store.go:3:6: called here
store/store.go:4:21: error from write is discarded (discarded)
     4 |     é := write(name); write(name,
       |                       ^^^^^^^^^^^
store/gone.go:4:1: error from f is discarded (discarded)
`
	dir := write(t)
	for want, terminal := range map[string]text.Terminal{byFile: {Dir: dir}, mixed: {Dir: dir, Mixed: true}} {
		var out strings.Builder
		if err := terminal.Write(&out, findings(dir), new(source.Files)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, filepath.ToSlash(out.String())); diff != "" {
			t.Errorf("unexpected text (-want +got):\n%s", diff)
		}
	}
}

// TestSummary pins what is said of a run as a whole: nothing of a clean one, and no line that could
// be taken for a finding.
func TestSummary(t *testing.T) {
	dir := t.TempDir()
	lower := []finding.Level{{Flag: "-confidence=medium", More: 2}, {Flag: "-confidence=low", More: 5}}
	for _, test := range []struct {
		name string
		of   text.Summary
		want string
	}{
		{"clean", text.Summary{Hints: true, Fixes: true}, ""},
		{"clean at the lowest", text.Summary{Report: finding.Report{Lower: []finding.Level{{Flag: "-confidence=low"}}}}, ""},
		{"findings", text.Summary{Report: finding.Report{Findings: findings(dir)}}, "loglint: 3 findings in 2 files: 2 discarded, 1 dropped\n"},
		{"held back", text.Summary{Report: finding.Report{Packages: []string{"m"}, Lower: lower}},
			"loglint: no findings\nloglint: 5 findings are held back, of lower confidence: -confidence=medium shows 2, -confidence=low shows 5\n"},
		{"one held back", text.Summary{Report: finding.Report{Findings: findings(dir)[2:], Lower: []finding.Level{{Flag: "-confidence=medium"}, {Flag: "-confidence=low", More: 1}}}},
			"loglint: 1 finding in 1 file: 1 discarded\nloglint: 1 more finding is held back, of lower confidence: -confidence=low shows 1\n"},
		{"nothing looked at", text.Summary{Report: finding.Report{Skipped: []finding.Skipped{{Package: "m/a"}}}}, ""},
		{"not analysed", text.Summary{Report: finding.Report{
			Packages: []string{"m/tested"},
			Errors:   []finding.Error{{Package: "m/tested", Line: "in_test.go:1:1: x"}},
			Skipped:  []finding.Skipped{{Package: "m/a"}},
			Failures: []finding.Failure{{Package: "m/b", Pass: "nolog"}, {Package: "m/b", Pass: "missingctx"}},
		}}, "loglint: no findings in what could be analysed\nloglint: 2 packages could not be analysed\n"},
		{"fixes and hints", text.Summary{Report: finding.Report{Findings: findings(dir)}, Fixes: true, Hints: true},
			"loglint: 3 findings in 2 files: 2 discarded, 1 dropped\n" +
				"loglint: 1 of them has a fix: -fix applies it, -fix -diff shows what it changes\n" +
				"loglint: to silence a finding, say why on its line or the line before: //loglint:ignore discarded reason\n"},
	} {
		var out strings.Builder
		if err := test.of.Write(&out); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, out.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		for line := range strings.Lines(out.String()) {
			place, _, _ := strings.Cut(line, ": ")
			if finding.ParsePosition(place).Line > 0 {
				t.Errorf("%s: a program takes this for a finding: %s", test.name, line)
			}
		}
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
	if err := (text.Plain{Context: 3}).Write(&out, nil, new(source.Files)); err != nil {
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
	if err := (text.Plain{Dir: dir, Context: 1}).Write(&out, findings(dir)[:1], new(source.Files)); err != nil {
		t.Fatal(err)
	}
	const want = `STORE:4:8: error from write is dropped (dropped)
3	func save(name string) {
4		é := write(name); write(name,
5			data)
STORE:3:6: 	called here
2	
3	func save(name string) {
4		é := write(name); write(name,
`
	if diff := cmp.Diff(strings.ReplaceAll(want, "STORE", "store/store.go"), filepath.ToSlash(out.String())); diff != "" {
		t.Errorf("unexpected text (-want +got):\n%s", diff)
	}
}

// TestShort holds names of files to be as seen from a directory, unless that is longer.
func TestShort(t *testing.T) {
	root := string(filepath.Separator)
	for _, test := range []struct{ dir, file, want string }{
		{"home/me/m", "home/me/m/a.go", "a.go"},
		{"home/me/m", "home/me/m/store/a.go", "store/a.go"},
		{"home/me/m", "home/me/n/a.go", "../n/a.go"},
		{"home/me/m/deep/down", "tmp/a.go", root + "tmp/a.go"},
	} {
		got := text.Short(root+filepath.FromSlash(test.dir), finding.Position{File: root + filepath.FromSlash(test.file), Line: 1, Column: 2})
		if want := filepath.FromSlash(test.want) + ":1:2"; got.String() != want {
			t.Errorf("%s from %s: %s, want %s", test.file, test.dir, got, want)
		}
	}
}

// TestSkipped holds the packages that are named for one reason to a number
// that can be read, and says how many there are beyond.
func TestSkipped(t *testing.T) {
	all := []finding.Skipped{{Package: "m/bad", Reason: "undefined: x", Pos: finding.Position{File: "/m/bad.go", Line: 3, Column: 1}}}
	for range 12 {
		all = append(all, finding.Skipped{Package: "m/user", Reason: "it imports m/bad"})
	}
	lines := text.Complaints(finding.Report{Skipped: all}, string(filepath.Separator)+"m")
	if got := lines[0]; got != "bad.go:3:1: cannot analyse m/bad: undefined: x (typecheck)" {
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
