package course_test

import (
	"fmt"
	"go/token"
	"path/filepath"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/corpus"
)

// noPath are the kinds of findings that need not be about the path of an error: what is never written,
// and what returns or wraps an error that is nil.
var noPath = map[defect.Kind]bool{defect.NeverWritten: true, defect.ReplacedByNil: true, defect.WrapsNil: true, defect.WrapsNoCause: true}

// lawful says what is wrong with the courses of a package: a path is lost if, and only if, it is
// found or a rule is named by which it is not; and each finding about an error is at a path of one
// that is lost.
var lawful = &analysis.Analyzer{
	Name: "lawful", Doc: "hold courses to their laws", Requires: []*analysis.Analyzer{errfate.Analyzer},
	ResultType: reflect.TypeFor[*counts](),
	Run: func(pass *analysis.Pass) (any, error) {
		r := pass.ResultOf[errfate.Analyzer].(*errfate.Result)
		n := &counts{fates: make(map[defect.Fate]int), held: make(map[defect.Held]int)}
		type place struct {
			pos token.Pos
			of  defect.Category
		}
		found := make(map[place]bool)
		for _, c := range r.Courses {
			open := 0
			if len(c.Paths) == 0 {
				pass.Reportf(c.Pos, "a course without paths")
			}
			for _, p := range c.Paths {
				n.fates[p.Fate]++
				if p.Held != defect.NotHeld {
					n.held[p.Held]++
				}
				switch {
				case !p.Fate.Lost() && p.Held != defect.NotHeld:
					pass.Reportf(c.Pos, "a path that is not lost (%d) is held back: %v", p.Fate, p.Held)
				case p.Fate.Lost() && p.Held == defect.NotHeld:
					open++
				}
				if len(p.Lines) == 0 {
					pass.Reportf(c.Pos, "a path without lines")
				}
				if (p.Fate == defect.FateLogged || p.Fate == defect.FateRecorded) != (len(p.Traces) > 0) && p.Fate != defect.FatePropagated && p.Fate != defect.FateLogged {
					pass.Reportf(c.Pos, "a path of fate %d has %d traces", p.Fate, len(p.Traces))
				}
			}
			if (open > 0) != (c.Found.Category != "") {
				pass.Reportf(c.Pos, "%d paths are lost, and the finding is %q", open, c.Found.Category)
			}
			if c.Found.Category != "" {
				found[place{c.Found.Pos, c.Found.Category}] = true
			}
		}
		for _, f := range r.Findings {
			if f.Category.Pass() != "missingctx" && !noPath[f.Says.Kind] && !found[place{f.Pos, f.Category}] {
				pass.Reportf(f.Pos, "the finding %s, of kind %d, is at no path", f.Category, f.Says.Kind)
			}
		}
		return n, nil
	},
}

// counts says how many paths were held to the laws.
type counts struct {
	fates map[defect.Fate]int
	held  map[defect.Held]int
}

// ignoringWants takes the comments of the corpora for what they are elsewhere.
type ignoringWants struct{ t *testing.T }

func (e ignoringWants) Errorf(format string, args ...any) {}

// TestCoursesAreLawful holds what becomes of each error of the corpora to the laws of courses.
func TestCoursesAreLawful(t *testing.T) {
	testdata, err := filepath.Abs(filepath.Join("..", "..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	var dirs []string
	for _, dir := range []string{"swallowederr", "nolog", "missingctx", "high", "low", "catalogue"} {
		dirs = append(dirs, corpus.Packages(t, filepath.Join(testdata, "src"), dir)...)
	}
	all := counts{fates: make(map[defect.Fate]int), held: make(map[defect.Held]int)}
	for _, r := range analysistest.Run(ignoringWants{t}, testdata, lawful, dirs...) {
		if r.Err != nil {
			t.Errorf("%s: %v", r.Pass.Pkg.Path(), r.Err)
			continue
		}
		for _, d := range r.Diagnostics {
			t.Errorf("%v: %s", r.Pass.Fset.Position(d.Pos), d.Message)
		}
		n := r.Result.(*counts)
		for f, k := range n.fates {
			all.fates[f] += k
		}
		for h, k := range n.held {
			all.held[h] += k
		}
	}
	for f := range defect.EndOfFates {
		if all.fates[f] == 0 {
			t.Errorf("no path of the corpora has fate %d", f)
		}
	}
	t.Log(fmt.Sprint(all.fates, all.held))
}
