package browser_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
	written "github.com/loglint/loglint/cmd/loglint/internal/page"
)

const (
	manyFiles  = 5000
	manyErrors = 10 // of each file
)

// TestScale says how long a page of many files takes to be written and to be opened, and how
// large it is. It holds only that the page works: how fast it is depends on the machine.
func TestScale(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	chromium(t)
	p := standardLibrary(t)
	began := time.Now()
	var html bytes.Buffer
	if err := written.Write(&html, p.report, p.source); err != nil {
		t.Fatal(err)
	}
	text := 0
	for _, s := range p.sources {
		text += len(s)
	}
	t.Logf("%d files of %.1f MB, %d errors: written in %v, %.1f MB", len(p.sources), float64(text)/1e6, len(p.sources)*manyErrors, time.Since(began).Round(time.Millisecond), float64(html.Len())/1e6)
	b := open(t, p)
	t.Logf("ready after %s ms", b.eval(`String(Math.round(performance.getEntriesByName("ready")[0].startTime))`))
	b.says("main", "Fates", "Packages")
	for _, what := range []struct{ name, expression, until string }{
		{"open a package of the tree", `document.querySelector("#tree .item").click()`, `document.querySelector("#tree .file")`},
		{"open a file", `location.hash = document.querySelector(".packages a").getAttribute("href")`, `document.querySelector(".code .row")`},
		{"open a file of 30,000 lines", `location.hash = "#/file/long/long.go:15000"`, `document.querySelector('.row[data-line="15000"]')`},
		{"go to the next lost path", `document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "n", bubbles: true}))`, panelOpen},
		{"filter", `document.getElementById("lost-only").click()`, `document.getElementById("filters-set").textContent !== ""`},
		{"start page", `location.hash = "#/"`, `document.getElementById("coverage")`},
		{"search", `(() => { const q = document.getElementById("query"); q.value = "read"; q.dispatchEvent(new Event("input")); })()`, `!document.getElementById("results").hidden`},
	} {
		took, err := chromedp.Run(b.ctx, chromedp.Evaluate[float64](fmt.Sprintf(`new Promise((done, fail) => {
			const began = performance.now();
			%s;
			const look = () => { if (%s) done(performance.now() - began); else if (performance.now() - began > 20000) fail("nothing happens"); else setTimeout(look, 1); };
			look();
		})`, what.expression, what.until), chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatalf("%s: %v", what.name, err)
		}
		t.Logf("%s: %.0f ms", what.name, took)
	}
}

// standardLibrary is a report that is made up, about sources that are real: those of Go.
func standardLibrary(t *testing.T) *program {
	t.Helper()
	root := filepath.Join(goroot(t), "src")
	p := &program{sources: make(map[string]string), report: coverage.Report{Module: "std", Least: 0.5}}
	var last *coverage.Package
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || len(p.sources) == manyFiles {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		file := filepath.ToSlash(rel)
		p.sources[file] = string(text)
		dir := "std/" + filepath.ToSlash(filepath.Dir(rel))
		if last == nil || last.Path != dir {
			p.report.Packages = append(p.report.Packages, coverage.Package{Path: dir})
			last = &p.report.Packages[len(p.report.Packages)-1]
		}
		last.Errors = append(last.Errors, scatter(file, strings.Split(string(text), "\n"), len(p.sources))...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("\tvalue, err := call(ctx, \"argument\") // and a comment\n", 30_000)
	p.sources["long/long.go"] = long
	p.report.Packages = append(p.report.Packages, coverage.Package{Path: "std/long", Errors: scatter("long/long.go", strings.Split(long, "\n"), 0)})
	return p
}

// scatter puts errors into a file, with all fates, and a finding for each lost path.
func scatter(file string, lines []string, seed int) []coverage.Error {
	var errors []coverage.Error
	for i := range manyErrors {
		line := 1 + i*len(lines)/manyErrors
		text := strings.TrimSpace(lines[line-1])
		column := strings.Index(lines[line-1], text) + 1
		fate := coverage.Fates[(seed+i*i)%len(coverage.Fates)]
		e := coverage.Error{Range: coverage.Range{File: file, Line: line, Column: column, EndLine: line, EndColumn: column + len(text)},
			Origin: coverage.Origin{Callee: fmt.Sprintf("(*Type%d).Method%d", seed%97, i), Class: "environment", From: "os.ReadFile", Does: "reads a file"}, Function: fmt.Sprintf("(*Type%d).do%d", seed, i), Role: "request",
			Paths: []coverage.Path{{Fate: fate, Lines: []int{line, line + 1, line + 3, line + 4}}, {Fate: coverage.Propagated, Lines: []int{line, line + 1, line + 7}}}}
		if i%3 == 0 {
			e.Boundary = "handler"
		}
		if fate.Lost() {
			e.Finding = &coverage.Finding{Category: string(fate), Line: line, Message: fmt.Sprintf("error from %s is lost in %s: nothing logs it; it may come from os.ReadFile", e.Callee, e.Function), Probability: float64(seed*7+i*13) / 100000, Why: "its probability is below the least",
				Evidence: []coverage.Evidence{outside, {Name: "lost", Weight: 1.1, Says: "work is given up"}}}
		}
		errors = append(errors, e)
	}
	return errors
}

func goroot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
