package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write writes files below a new directory, and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	ledgerText = ledgerHeader + "\na/one\tbuilding\tc1\tsub/dir\nb/two\tfinal\tc2\t.\n"

	labelsText = `{"repo":"a/one","commit":"c1","file":"x.go","line":5,"col":2,"category":"dropped","message":"error from <-ch is dropped","stratum":"low","stratum_size":40,"stratum_drawn":16,"verdict":"act","sev":2,"reason":"r","reader":"A","date":"2026-11-27","later":{"x":[1]}}

{"repo":"b/two","commit":"c2","file":"y/z.go","line":9,"col":1,"category":"answered","message":"m","stratum":"high","stratum_size":3,"stratum_drawn":3,"verdict":"wrong","sev":0,"reason":"r","reader":"A","date":"2026-11-27","second":{"verdict":"fine","sev":1,"reason":"s","reader":"B"},"role":"request","instead":"answered"}
`
)

// report makes what loglint prints of a package with one diagnostic.
func report(posn, category, message string) string {
	return `{"p":{"pass":[{"category":"` + category + `","posn":"` + posn + `","message":"` + message + `"}],"other":{"error":"x"}}}`
}

func joinText(t *testing.T, labels string, findings map[string]string) ([]row, error) {
	t.Helper()
	dir := write(t, map[string]string{"ledger.tsv": ledgerText, "labels.jsonl": labels})
	ledger, err := readLedger(filepath.Join(dir, "ledger.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	read, err := readLabels([]string{filepath.Join(dir, "labels.jsonl")})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range findings {
		findings[name] = strings.ReplaceAll(text, "SRC", filepath.ToSlash(dir))
	}
	return join(read, ledger, build{findings: write(t, findings), src: dir})
}

// TestJoin joins labels of two services to what loglint prints, writes the rows, and reads them.
func TestJoin(t *testing.T) {
	rows, err := joinText(t, labelsText, map[string]string{
		"a+one.json": report("SRC/a+one/sub/dir/x.go:5:2", "dropped", "error from <-ch is dropped [outside, lost, outside: medium] (dropped)"),
		"b+two.json": report("SRC/b+two/elsewhere.go:5:2", "dropped", "m [low] (dropped)"),
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []joined{
		{Use: "building", Weight: 2.5, Features: []string{"category:dropped", "lost", "outside"}, Level: "medium",
			MessageNow: "error from <-ch is dropped", Match: "exact"},
		{Use: "final", Weight: 1, Features: []string{}, Match: gone},
	}
	var out bytes.Buffer
	if err := writeRows(&out, rows); err != nil {
		t.Fatal(err)
	}
	for _, kept := range []string{`"later":{"x":[1]}`, `"message_now":"error from <-ch is dropped"`, `"date":"2026-11-27"`, `"features":[]`} {
		if !strings.Contains(out.String(), kept) {
			t.Errorf("%s is not in the rows", kept)
		}
	}
	again, err := readRows(filepath.Join(write(t, map[string]string{"rows.jsonl": out.String()}), "rows.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if len(again) != 2 {
		t.Fatalf("%d rows", len(again))
	}
	for i, r := range again {
		if diff := cmp.Diff(want[i], r.joined); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(rows[i].drawn, r.drawn) + cmp.Diff(rows[i].judgement, r.judgement) + cmp.Diff(rows[i].Second, r.Second); diff != "" {
			t.Error(diff)
		}
	}
	var counts bytes.Buffer
	if err := countMatches(&counts, rows); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(strings.Fields(counts.String()), " "); !strings.HasSuffix(got, "building 1 0 0 0 0 1 final 0 0 0 0 1 1") {
		t.Error(counts.String())
	}
}

// TestJoinErrors names the service without findings, or with findings that are elsewhere, and does not
// join what is labelled twice.
func TestJoinErrors(t *testing.T) {
	_, err := joinText(t, labelsText, map[string]string{"a+one.json": "{}"})
	if err == nil || !strings.Contains(err.Error(), "b/two") {
		t.Errorf("%v", err)
	}
	_, err = joinText(t, labelsText, map[string]string{"a+one.json": report("SRC/a+one/x.go:5:2", "dropped", "m [low] (dropped)"), "b+two.json": "{}"})
	if err == nil || !strings.Contains(err.Error(), "../../x.go") {
		t.Errorf("%v", err)
	}
	_, err = joinText(t, labelsText+labelsText, map[string]string{"a+one.json": "{}", "b+two.json": "{}"})
	if err == nil || !strings.Contains(err.Error(), "labelled before") {
		t.Errorf("%v", err)
	}
}

// TestReadRowsErrors holds rows to what join writes: a label is none.
func TestReadRowsErrors(t *testing.T) {
	_, err := readRows(filepath.Join(write(t, map[string]string{"l.jsonl": labelsText}), "l.jsonl"))
	if err == nil || !strings.Contains(err.Error(), "l.jsonl:1: ") {
		t.Errorf("%v", err)
	}
}
