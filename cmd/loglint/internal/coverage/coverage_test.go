package coverage_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
	"github.com/loglint/loglint/internal/defect"
)

// fails is an error of a function, with a path of each fate.
func fails(function, boundary string, fates ...coverage.Fate) coverage.Error {
	e := coverage.Error{Range: coverage.Range{File: "a.go", Line: 3}, Origin: coverage.Origin{Callee: "os.Open"}, Function: function, Boundary: boundary}
	for _, f := range fates {
		p := coverage.Path{Fate: f, Lines: []int{3}}
		if f.Traced() {
			p.Traces = []coverage.Trace{{Line: 4, By: "log.Print"}}
		}
		e.Paths = append(e.Paths, p)
	}
	return e
}

var report = coverage.Report{Packages: []coverage.Package{
	{Path: "m/a", Errors: []coverage.Error{
		fails("f", "", coverage.Logged, coverage.Dropped, coverage.Propagated),
		fails("g", "handler", coverage.Recorded, coverage.Unknown),
	}},
	{Path: "m/b", Errors: []coverage.Error{fails("h", "goroutine", coverage.Answered, coverage.NoValue, coverage.Classified, coverage.Retried, coverage.Escaped)}},
	{Path: "m/c"},
}}

// TestFates holds each fate of the engine to have a name here, and each to be reported.
func TestFates(t *testing.T) {
	seen := make(map[coverage.Fate]bool)
	for f := range defect.EndOfFates {
		name := coverage.FateOf(f)
		if name == "" || seen[name] {
			t.Errorf("fate %d is %q", f, name)
		}
		seen[name] = true
		if f.Lost() != name.Lost() {
			t.Errorf("%s: the engine says that it is lost: %v", name, f.Lost())
		}
	}
	if len(seen) != len(coverage.Fates) {
		t.Errorf("%d fates, of which %d are reported", len(seen), len(coverage.Fates))
	}
	for _, f := range coverage.Fates {
		if f.Traced() && !f.Ends() || f.Lost() == f.Traced() && f.Ends() {
			t.Errorf("%s is traced: %v, lost: %v, ends: %v", f, f.Traced(), f.Lost(), f.Ends())
		}
	}
}

// TestTally holds the numbers of packages to add up to those of the whole.
func TestTally(t *testing.T) {
	all := report.Tally()
	for _, n := range []struct {
		of   string
		got  int
		want int
	}{
		{"errors", all.Errors, 3}, {"paths", all.All(), 10}, {"that end", all.Ends(), 5}, {"traced", all.Traced(), 2},
		{"lost", all.Lost(), 3}, {"written once", all.Once, 2}, {"again", all.Again, 0},
	} {
		if n.got != n.want {
			t.Errorf("%s: %d, want %d", n.of, n.got, n.want)
		}
	}
	lost, errors := 0, 0
	for _, g := range report.ByPackage() {
		lost, errors = lost+g.Lost(), errors+g.Errors
	}
	if lost != all.Lost() || errors != all.Errors {
		t.Errorf("packages have %d errors, of which %d paths are lost", errors, lost)
	}
	if got := all.Percent(); got != "40.0 %" {
		t.Errorf("coverage is %s", got)
	}
	if got := report.Packages[2].Tally().Percent(); got != "-" {
		t.Errorf("coverage of nothing is %s", got)
	}
	var order []string
	for _, g := range report.ByBoundary() {
		order = append(order, g.Name)
	}
	if diff := cmp.Diff([]string{"goroutine", "handler"}, order); diff != "" {
		t.Errorf("boundaries, those that lose most first (-want +got):\n%s", diff)
	}
}

// TestPercent holds 100 % to mean all.
func TestPercent(t *testing.T) {
	tally := coverage.Tally{Paths: map[coverage.Fate]int{coverage.Logged: 9999, coverage.Dropped: 1}}
	if got := tally.Percent(); got != "99.9 %" {
		t.Errorf("9999 of 10000 are %s", got)
	}
}

// TestCompare holds what is new and gone, also where several paths are alike.
func TestCompare(t *testing.T) {
	before := coverage.Report{Packages: []coverage.Package{{Path: "m/a", Errors: []coverage.Error{fails("f", "", coverage.Dropped), fails("g", "", coverage.Dropped)}}}}
	after := coverage.Report{Packages: []coverage.Package{{Path: "m/a", Errors: []coverage.Error{fails("f", "", coverage.Dropped, coverage.Dropped, coverage.Logged), fails("g", "", coverage.Logged)}}}}
	c := coverage.Compare(before, after, "v1")
	if len(c.New) != 1 || c.New[0].Function != "f" || len(c.Gone) != 1 || c.Gone[0].Function != "g" {
		t.Errorf("new: %v, gone: %v", c.New, c.Gone)
	}
	if c := coverage.Compare(after, after, "v1"); len(c.New)+len(c.Gone) != 0 {
		t.Errorf("nothing has changed, but: %v, %v", c.New, c.Gone)
	}
}

// TestMarkdown holds names to stay names: nothing of them is read as Markdown or ends a cell.
func TestMarkdown(t *testing.T) {
	hostile := coverage.Report{Packages: []coverage.Package{{Path: "m/a`|<img src=x>\n# b", Errors: []coverage.Error{fails("f", "", coverage.Dropped)}}}}
	change := coverage.Compare(coverage.Report{}, hostile, "`v1`")
	var b strings.Builder
	if err := coverage.WriteMarkdown(&b, hostile, &change); err != nil {
		t.Fatal(err)
	}
	want := "| `` m/a`\\|<img src=x> # b `` | 0.0 % | 1 | 0 | 0 |"
	if !strings.Contains(b.String(), want) {
		t.Errorf("no %q in:\n%s", want, b.String())
	}
}

// TestBadge holds the picture to be XML, whatever the number.
func TestBadge(t *testing.T) {
	for _, tally := range []coverage.Tally{{}, report.Tally(), {Paths: map[coverage.Fate]int{coverage.Logged: 3}}} {
		var b strings.Builder
		if err := coverage.WriteBadge(&b, tally); err != nil {
			t.Fatal(err)
		}
		for dec := xml.NewDecoder(strings.NewReader(b.String())); ; {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%v in %s", err, b.String())
			}
		}
	}
}
