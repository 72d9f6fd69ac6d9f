package errfate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fates"
)

// chain is a package in which what g0 returns comes to Use through n functions, each of
// which is looked at before the one that it learns from.
func chain(n int) []source {
	var b strings.Builder
	b.WriteString("func g0(n int) error {\nif n == 0 {\ng1(n)\n}\n_, err := os.ReadFile(\"x\")\nreturn err\n}\n")
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "func g%d(n int) error {\nif n == %d {\ng%d(n)\n}\nreturn g%d(n)\n}\n", i, i, min(i+1, n), i-1)
	}
	fmt.Fprintf(&b, "func Use() {\nif err := g%d(1); err != nil {\nreturn\n}\nprintln()\n}\n", n)
	return programOf(b.String())
}

// TestLongChain holds knowledge to come through any number of functions that learn from
// each other against their order.
func TestLongChain(t *testing.T) {
	r := newWorld().run(t, "example.com/p", chain(40))
	var works []string
	for _, f := range r.result.Findings {
		if f.Says.Subject.Name == "g40" && f.Category == defect.CatDropped {
			works = append(works, f.Says.From+" "+f.Says.Does)
		}
	}
	if len(works) != 1 || works[0] != "g39 reads" {
		t.Errorf("Use: found %q, want one that may come from g39, which reads a file", works)
	}
}

// TestUnsettled holds a function whose summary does not settle to be unknown, and those
// that call it to conclude nothing from what it once was.
func TestUnsettled(t *testing.T) {
	defer func(n int) { fates.MaxRounds = n }(fates.MaxRounds)
	fates.MaxRounds = 1
	r := newWorld().run(t, "example.com/p", chain(6))
	if len(r.result.Failures) > 0 {
		t.Errorf("failures: %v", r.result.Failures)
	}
	sure := 0
	for _, f := range r.result.Findings {
		if f.Says.Subject.Name == "g6" && (f.Says.From != "" || !slices.Contains(f.Evidence, defect.EvUnknownOrigin)) {
			t.Errorf("g6 is taken to be known: from %q, evidence %v", f.Says.From, f.Evidence)
		}
		if f.Says.Subject.Name == "os.ReadFile" {
			sure++
		}
	}
	if sure != 1 {
		t.Errorf("%d findings in what does not depend on it, want one", sure)
	}
}
