package errfate_test

import (
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/passes/internal/ctxvalue"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logctx"
)

// maxMeanBytes bounds what a package's facts take, spread over all functions
// that it declares: most have nothing to say.
const maxMeanBytes = 8

// TestFactSizes measures the facts of code that was not written for it: parts
// of golang.org/x/tools, and the standard library below them, which has none,
// for the tables describe it.
func TestFactSizes(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax},
		"golang.org/x/tools/go/ssa", "golang.org/x/tools/go/packages", "golang.org/x/tools/go/analysis/multichecker")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{fates.Analyzer, ctxvalue.Analyzer, logctx.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	functions, facts, bytes, largest := 0, 0, 0, 0
	for action := range graph.All() {
		if len(action.Analyzer.FactTypes) == 0 {
			continue
		}
		if action.Err != nil {
			t.Errorf("%s: %v", action.Package.PkgPath, action.Err)
			continue
		}
		own := 0
		for _, f := range action.AllObjectFacts() {
			if f.Object.Pkg() != action.Package.Types {
				continue
			}
			own++
			size := added(t, f.Fact.(fact))
			if size > maxFactBytes {
				t.Errorf("%v: %d bytes, more than %d: %v", f.Object, size, maxFactBytes, f.Fact)
			}
			bytes, largest = bytes+size, max(largest, size)
		}
		if known.IsStd(action.Package.PkgPath) {
			if own > 0 {
				t.Errorf("%s: %d facts of the standard library", action.Package.PkgPath, own)
			}
			continue
		}
		facts += own
		if action.Analyzer != fates.Analyzer {
			continue // counted already
		}
		for _, obj := range action.Package.TypesInfo.Defs {
			if _, ok := obj.(*types.Func); ok {
				functions++
			}
		}
	}
	if facts == 0 {
		t.Fatal("no facts")
	}
	if bytes > maxMeanBytes*functions {
		t.Errorf("%d bytes of facts for %d functions, more than %d each", bytes, functions, maxMeanBytes)
	}
	t.Logf("%d facts for %d functions: %d bytes, the largest has %d", facts, functions, bytes, largest)
}
