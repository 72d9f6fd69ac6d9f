package gocmd_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/gocmd"
)

// TestChunks holds long lists of packages to be divided in order and without
// loss, and the files of a package not to be.
func TestChunks(t *testing.T) {
	var many []string
	for i := range 5000 {
		many = append(many, fmt.Sprintf("example.com/some/module/with/packages/p%d", i))
	}
	parts := gocmd.Chunks(many)
	if len(parts) < 2 {
		t.Errorf("%d packages make %d commands", len(many), len(parts))
	}
	for _, part := range parts {
		size := 0
		for _, name := range part {
			size += len(name) + 1
		}
		if size > 32<<10 {
			t.Errorf("a command of %d bytes", size)
		}
	}
	if diff := cmp.Diff(many, slices.Concat(parts...)); diff != "" {
		t.Error(diff)
	}
	files := slices.Repeat([]string{"file.go"}, 5000)
	if parts := gocmd.Chunks(files); len(parts) != 1 {
		t.Errorf("the files of one package make %d commands", len(parts))
	}
	if parts := gocmd.Chunks(nil); len(parts) != 0 {
		t.Errorf("no packages make %d commands", len(parts))
	}
}

// TestComplaints reads what go vet writes to standard error.
func TestComplaints(t *testing.T) {
	got := gocmd.ReadComplaints(`go: downloading example.com/x v1.0.0
p.go:3:8: no required module provides package example.com/nosuch
# m/bad [m/bad.test]
bad/bad.go:3:25: cannot use "x"
	have 1
# m/tested
# [m/tested]
vet: tested/in_test.go:3:25: undefined: x
`)
	want := gocmd.Complaints{
		Loose: []string{"p.go:3:8: no required module provides package example.com/nosuch"},
		Blocks: []gocmd.Block{
			{Package: "m/bad", Lines: []string{`bad/bad.go:3:25: cannot use "x"`, "\thave 1"}},
			{Package: "m/tested", Lines: []string{"vet: tested/in_test.go:3:25: undefined: x"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("unexpected complaints (-want +got):\n%s", diff)
	}
}

// listed are packages as go list names them, with their tests.
var listed = []gocmd.Package{
	{ImportPath: "m/bad"},
	{ImportPath: "m/good", Deps: []string{"os"}},
	{ImportPath: "m/user", Deps: []string{"m/bad", "os"}},
	{ImportPath: "m/tested"},
	{ImportPath: "m/tested.test", Deps: []string{"m/bad", "m/tested [m/tested.test]"}},
	{ImportPath: "m/tested [m/tested.test]", ForTest: "m/tested", Deps: []string{"m/bad"}},
	{ImportPath: "m/beside"},
	{ImportPath: "m/beside.test"},
	{ImportPath: "m/user [m/beside.test]", ForTest: "m/beside", Deps: []string{"m/bad", "m/beside [m/beside.test]"}},
	{ImportPath: "m/beside [m/beside.test]", ForTest: "m/beside"},
	{ImportPath: "m/beside_test [m/beside.test]", ForTest: "m/beside", Deps: []string{"m/user [m/beside.test]", "m/bad"}},
	{ImportPath: "m/intest"},
	{ImportPath: "m/intest [m/intest.test]", ForTest: "m/intest"},
	{ImportPath: "m/really.test"},
}

// TestBlocked follows what does not compile to all that imports it: packages,
// packages with their tests, and tests beside them.
func TestBlocked(t *testing.T) {
	got := gocmd.Blocked(listed, []gocmd.Block{
		{Package: "m/bad", Lines: []string{"bad/bad.go:3:25: cannot use x"}},
		{Package: "m/intest", Lines: []string{"vet: intest/in_test.go:3:25: cannot use x", "\tbecause"}},
	})
	want := gocmd.Plan{
		Vet:    []string{"m/good", "m/beside", "m/really.test"},
		Memory: []string{"m/tested", "m/intest"},
		Skipped: []finding.Skipped{
			{Package: "m/bad", Reason: "it does not compile"},
			{Package: "m/user", Reason: "it imports m/bad"},
			{Package: "m/beside_test", Reason: "it imports m/bad"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("unexpected plan (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(gocmd.Plan{Vet: []string{"m/bad", "m/good", "m/user", "m/tested", "m/beside", "m/intest", "m/really.test"}},
		gocmd.Blocked(listed, nil)); diff != "" {
		t.Errorf("without complaints (-want +got):\n%s", diff)
	}
}

// TestSplit holds a package apart with an error of its own, of what it
// imports, or of its tests.
func TestSplit(t *testing.T) {
	no := &gocmd.PackageError{Err: "pattern dist: no matching files found"}
	got := gocmd.Split([]gocmd.Package{
		{ImportPath: "m/embed", Error: no},
		{ImportPath: "m/user", DepsErrors: []*gocmd.PackageError{no}},
		{ImportPath: "m/good"},
		{ImportPath: "m/tested"},
		{ImportPath: "m/tested.test", DepsErrors: []*gocmd.PackageError{no}},
		{ImportPath: "m/tested_test [m/tested.test]", ForTest: "m/tested", DepsErrors: []*gocmd.PackageError{no}},
	})
	want := gocmd.Plan{Vet: []string{"m/good"}, Memory: []string{"m/embed", "m/user", "m/tested"}}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("unexpected plan (-want +got):\n%s", diff)
	}
}

// TestChosen holds the units that count to those of the packages asked for,
// with their tests where there are any, and to be the same ones in any order.
func TestChosen(t *testing.T) {
	unit := func(id, message string) finding.Unit {
		u := finding.Unit{ID: id}
		if message != "" {
			u.Findings = append(u.Findings, finding.Finding{Pass: "loglint", Message: message})
		}
		return u
	}
	units := []finding.Unit{
		unit("os", "imported"),
		unit("m/a", "alone"), unit("m/a [with tests]", "tested"),
		unit("m/a_test [with tests]", "beside"),
		unit("m/b", "once"), unit("m/b", "again"),
		unit("m/c", "silent with its tests"), unit("m/c [with tests]", ""),
		unit("m/d_test", "a package with such a name"),
		unit("m/other [with tests]", "not asked for"),
	}
	want := []string{"tested", "beside", "again"}
	for range 2 {
		var got []string
		for _, u := range gocmd.Chosen(units, []string{"m/a", "m/b", "m/c", "m/d"}) {
			for _, f := range u.Findings {
				got = append(got, f.Message)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("chosen (-want +got):\n%s", diff)
		}
		slices.Reverse(units)
	}
}

// TestPlaceholder holds files to be put where a pattern matches nothing, and
// only there.
func TestPlaceholder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"empty", "full"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "full", "index.html"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for pattern, want := range map[string]string{
		"dist": "dist", "dist/*": "dist/x", "dist/app/index.html": "dist/app/index.html", "dist/?.js": "dist/x.js",
		"empty": "empty/x", "empty/*": "empty/x", "full": "", "full/*.html": "", "full/*.js": "full/x.js",
		"dist/[a-z]": "",
	} {
		if want != "" {
			want = filepath.Join(dir, filepath.FromSlash(want))
		}
		if got := gocmd.Placeholder(dir, pattern); got != want {
			t.Errorf("for %s: %q, want %q", pattern, got, want)
		}
	}
}
