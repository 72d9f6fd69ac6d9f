package finding_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

var passes = []string{"missingctx", "nolog", "swallowederr"}

func at(file string, line, column int) finding.Position {
	return finding.Position{File: file, Line: line, Column: column}
}

var some = []finding.Finding{
	{Package: "m/a", Pass: "swallowederr", Category: "dropped", Pos: at("/m/a/a.go", 9, 1), End: at("/m/a/a.go", 9, 4), Message: "late (dropped)"},
	{Package: "m/a", Pass: "swallowederr", Category: "dropped", Pos: at("/m/a/a.go", 3, 1), End: at("/m/a/a.go", 3, 4), Message: "early (dropped)",
		Fixes:   []finding.Fix{{Message: "log it", Edits: []finding.Edit{{File: "/m/a/a.go", Start: 3, End: 3, New: "log()\n"}}}},
		Related: []finding.Related{{Pos: at("/m/a/a.go", 2, 1), End: at("/m/a/a.go", 2, 2), Message: "called here"}}},
	{Package: "m/b", Pass: "nolog", Category: "exit", Pos: at("/m/b/b.go", 1, 1), End: at("/m/b/b.go", 1, 1), Message: "x (exit)"},
}

// TestPosition holds positions to be read as they are written, colons in the
// name of the file or not.
func TestPosition(t *testing.T) {
	for _, s := range []string{"/m/a.go:3:14", `C:\m\a.go:3:14`, "a:1:2:3:4", "-", "", "a.go:3", "a.go:0:1", "a.go:x:1"} {
		if got := finding.ParsePosition(s).String(); got != s {
			t.Errorf("%q is read as %q", s, got)
		}
	}
	if diff := cmp.Diff(at(`C:\m\a.go`, 3, 14), finding.ParsePosition(`C:\m\a.go:3:14`)); diff != "" {
		t.Error(diff)
	}
}

// TestSort holds the order to passes first, then packages, then that of the
// pass, however the packages come in; and two findings that are equal to one.
func TestSort(t *testing.T) {
	want := []finding.Finding{some[2], some[0], some[1]}
	for _, in := range [][]finding.Finding{some, {some[2], some[0], some[1], some[0]}, {some[0], some[2], some[1], some[2]}} {
		if diff := cmp.Diff(want, finding.Sort(in, passes)); diff != "" {
			t.Errorf("unexpected order (-want +got):\n%s", diff)
		}
	}
}

// TestTree holds what is written to be read back.
func TestTree(t *testing.T) {
	failures := []finding.Failure{{Package: "m/c", Pass: "nolog", Text: "no"}}
	var out bytes.Buffer
	if err := finding.Encode(&out, some, failures); err != nil {
		t.Fatal(err)
	}
	units, err := finding.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	got, gotFailures := flat(units)
	if diff := cmp.Diff(finding.Sort(some, passes), finding.Sort(got, passes)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(failures, gotFailures); diff != "" {
		t.Errorf("failures (-want +got):\n%s", diff)
	}
}

// TestDecode reads what go vet -json writes: a tree for each package, empty
// ones among them, test variants by the name of their package.
func TestDecode(t *testing.T) {
	const vet = `{}
{ "m/a [m/a.test]": { "nolog": [ { "category": "exit", "posn": "/m/a.go:3:1", "end": "/m/a.go:3:4", "message": "x (exit)" } ] } }
{}
{ "m/b": { "nolog": { "error": "cannot" } } }
`
	units, err := finding.Decode(strings.NewReader(vet))
	if err != nil {
		t.Fatal(err)
	}
	if len(units) != 2 || units[0].ID != "m/a [m/a.test]" {
		t.Errorf("unexpected units: %+v", units)
	}
	got, failures := flat(units)
	want := []finding.Finding{{Package: "m/a", Pass: "nolog", Category: "exit", Pos: at("/m/a.go", 3, 1), End: at("/m/a.go", 3, 4), Message: "x (exit)"}}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]finding.Failure{{Package: "m/b", Pass: "nolog", Text: "cannot"}}, failures); diff != "" {
		t.Errorf("failures (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"{", "# m/a\n", `{"m/a": {"nolog": 3}}`, `{"m/a": {"nolog": [3]}}`} {
		if _, err := finding.Decode(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is taken for findings", bad)
		}
	}
}

func flat(units []finding.Unit) (findings []finding.Finding, failures []finding.Failure) {
	for _, u := range units {
		findings = append(findings, u.Findings...)
		failures = append(failures, u.Failures...)
	}
	return findings, failures
}

// TestSkipped holds the errors of a package that could not be analysed to be
// said once, where it has to be mended: its own first one, or that of the
// import that is not there. Those of others stay.
func TestSkipped(t *testing.T) {
	r := finding.Report{
		Errors: []finding.Error{
			{Package: "m/bad", Line: "/m/bad.go:3:1: undefined: x"},
			{Package: "m/bad", Line: "/m/bad.go:4:1: undefined: y"},
			{Package: "m/lost", Line: "/m/lost.go:3:8: could not import nosuch"},
			{Package: "m/lost2", Line: "/m/lost2.go:5:8: could not import nosuch"},
			{Package: "nosuch", Line: "/m/lost.go:3:8: no module provides nosuch"},
			{Package: "m/tested", Line: "/m/in_test.go:3:1: undefined: x"},
			{Line: "go: warning"},
		},
		Skipped: []finding.Skipped{
			{Package: "m/bad", Reason: finding.DoesNotCompile},
			{Package: "m/lost", Reason: "no module provides nosuch"},
			{Package: "m/lost2", Reason: "no module provides nosuch"},
			{Package: "m/user", Reason: "it imports m/bad"},
		},
	}
	r.Sort(nil)
	at := func(file string, line, column int) finding.Position {
		return finding.Position{File: file, Line: line, Column: column}
	}
	want := finding.Report{
		Errors: []finding.Error{{Line: "go: warning"}, {Package: "m/tested", Line: "/m/in_test.go:3:1: undefined: x"}},
		Skipped: []finding.Skipped{
			{Package: "m/bad", Reason: "undefined: x", Pos: at("/m/bad.go", 3, 1)},
			{Package: "m/lost", Reason: "no module provides nosuch", Pos: at("/m/lost.go", 3, 8)},
			{Package: "m/lost2", Reason: "no module provides nosuch", Pos: at("/m/lost2.go", 5, 8)},
			{Package: "m/user", Reason: "it imports m/bad"},
		},
	}
	if diff := cmp.Diff(want, r, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
