package page_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
	"github.com/loglint/loglint/cmd/loglint/internal/page"
)

const (
	attack = `"><img src=x onerror=alert(1)>`
	closer = `</script><script>alert(1)</script>`
)

// files are the sources of the report below. One that it names is missing.
var files = map[string]string{
	"api/api.go":    "package api\n\nfunc f() { g() } // " + closer + "\n",
	"main.go":       "package main\r\n\r\nfunc main() { g() }\r\n",
	attack + ".go":  "package evil\n" + strings.Repeat("x", 20000) + "\xff\xfe\n",
	"store/none.go": "",
}

func source(file string) ([]byte, error) {
	text, ok := files[file]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text), nil
}

func at(file string, line int) coverage.Range {
	return coverage.Range{File: file, Line: line, Column: 3, EndLine: line, EndColumn: 9}
}

// report has each field of a report filled somewhere, and empty somewhere else.
func report() coverage.Report {
	return coverage.Report{
		Form: coverage.Form, Version: "v1.2.3", Module: "example.com/m", Least: 0.5,
		Missing: []coverage.Missing{{Package: attack, Why: closer}},
		Packages: []coverage.Package{
			{Path: "example.com/m", Errors: []coverage.Error{{
				Range: at("main.go", 3), Origin: coverage.Origin{Callee: "g", Class: "likely", From: "os.Open", Does: "reads a file"},
				Function: "main", Role: "start-up", Boundary: "main",
				Paths: []coverage.Path{
					{Fate: coverage.Dropped, Lines: []int{3, 5, 4}, Held: "parse probe"},
					{Fate: coverage.Logged, Lines: []int{3}, Traces: []coverage.Trace{{Line: 3, By: "slog.Error"}, {Line: 4, By: "log.Print"}}},
					{Fate: coverage.Escaped, Keeper: "a channel"},
				},
				Finding: &coverage.Finding{Category: "exit", Line: 4, Message: "lost", Instead: "the program ends", Probability: 0.75, Shown: true, Why: "likely enough",
					Evidence: []coverage.Evidence{{Name: "outside", Weight: 1.5, Says: "it reads a file"}, {Name: "reason", Weight: -0.25, Says: closer}}, Fixes: []string{"log it", attack}},
			}, {Range: at("gone.go", 70), Origin: coverage.Origin{Class: "unknown"}, Function: "f"}}},
			{Path: "example.com/m/api"},
			{Path: attack, Errors: []coverage.Error{{
				Range: at(attack+".go", 2), Origin: coverage.Origin{Callee: closer, Class: attack}, Function: closer, Role: attack, Boundary: closer,
				Paths:   []coverage.Path{{Fate: coverage.Unknown, Lines: []int{2}}, {Fate: coverage.Fate(closer), Lines: []int{2, 900}}},
				Finding: &coverage.Finding{Category: attack, Message: closer, Why: attack},
			}, {Range: at("api/api.go", 3), Origin: coverage.Origin{Class: "probe"}, Function: "f", Paths: []coverage.Path{{Fate: coverage.Recorded, Lines: []int{3}}}},
				{Range: at("store/none.go", 1), Origin: coverage.Origin{Class: "cleanup"}}}},
		},
	}
}

func write(t *testing.T, r coverage.Report) string {
	t.Helper()
	var out bytes.Buffer
	if err := page.Write(&out, r, source); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestSameReportSameBytes(t *testing.T) {
	if write(t, report()) != write(t, report()) {
		t.Error("the same report makes different pages")
	}
}

// TestNoMarkup holds that nothing of a report becomes markup, neither where it is shown
// without the script nor where it is embedded.
func TestNoMarkup(t *testing.T) {
	r := report()
	r.Module = closer + attack
	got := write(t, r)
	for _, bad := range []string{closer, attack, "<img", "alert(1)<"} {
		if strings.Contains(got, bad) {
			t.Errorf("the page contains %s", bad)
		}
	}
	if starts, ends := strings.Count(got, "<script"), strings.Count(got, "</script>"); starts != 3 || ends != starts {
		t.Errorf("%d elements of scripts begin and %d end, want 3: the report, the script and a block of sources", starts, ends)
	}
}

// TestPolicy holds that the policy names exactly the script and the style of the page.
func TestPolicy(t *testing.T) {
	got := write(t, report())
	policy := html.UnescapeString(first(t, got, `Content-Security-Policy" content="([^"]*)"`))
	for directive, text := range map[string]string{
		"script-src": first(t, got, `(?s)<script>(.*?)</script>`),
		"style-src":  first(t, got, `(?s)<style>(.*?)</style>`),
	} {
		sum := sha256.Sum256([]byte(text))
		want := directive + " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"
		if !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %s: %s", want, policy)
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy allows too much: %s", policy)
	}
	if with := regexp.MustCompile(`(?:src|href)="[^#d]|\son[a-z]+=|\sstyle=|@import|url\(`).FindString(got); with != "" {
		t.Errorf("the page would load something, or act or look by an attribute: %s", with)
	}
}

// TestData holds that what is embedded is the report, and the sources as they are.
func TestData(t *testing.T) {
	got := write(t, report())
	var doc document
	if err := json.Unmarshal(embedded(t, got, "report"), &doc); err != nil {
		t.Fatal(err)
	}
	if back := doc.report(); !reflect.DeepEqual(back, report()) {
		a, _ := json.MarshalIndent(back, "", " ")
		b, _ := json.MarshalIndent(report(), "", " ")
		t.Errorf("the embedded data is\n%s\nwant\n%s", a, b)
	}
	block := embedded(t, got, "source-0")
	if len(doc.Files.Name) != 5 {
		t.Errorf("%d files are embedded, want 5", len(doc.Files.Name))
	}
	for i, name := range doc.Files.Name {
		want, known := files[name]
		if !known {
			if doc.Files.Block[i] != -1 || doc.Files.Why[i] != fs.ErrNotExist.Error() {
				t.Errorf("%s is not said to be missing", name)
			}
			continue
		}
		if text := string(block[doc.Files.From[i]:doc.Files.To[i]]); text != want {
			t.Errorf("the text of %s is %.80q, want %.80q", name, text, want)
		}
	}
}

// TestManyFiles holds that each file is found in its block when there are several.
func TestManyFiles(t *testing.T) {
	var r coverage.Report
	var p coverage.Package
	for i := range 40 {
		p.Errors = append(p.Errors, coverage.Error{Range: at(fmt.Sprint(i, ".go"), 1)})
	}
	r.Packages = []coverage.Package{p}
	text := func(file string) []byte { return bytes.Repeat([]byte(file), 10_000) }
	var out bytes.Buffer
	if err := page.Write(&out, r, func(file string) ([]byte, error) { return text(file), nil }); err != nil {
		t.Fatal(err)
	}
	var doc document
	if err := json.Unmarshal(embedded(t, out.String(), "report"), &doc); err != nil {
		t.Fatal(err)
	}
	last := 0
	for i, name := range doc.Files.Name {
		last = doc.Files.Block[i]
		block := embedded(t, out.String(), fmt.Sprint("source-", last))
		if !bytes.Equal(block[doc.Files.From[i]:doc.Files.To[i]], text(name)) {
			t.Errorf("%s is not where it is said to be", name)
		}
	}
	if last == 0 {
		t.Error("all files are in one block")
	}
}

// TestNumber holds what is said without the script.
func TestNumber(t *testing.T) {
	paths := func(fates ...coverage.Fate) coverage.Report {
		var e coverage.Error
		for _, f := range fates {
			e.Paths = append(e.Paths, coverage.Path{Fate: f})
		}
		return coverage.Report{Packages: []coverage.Package{{Errors: []coverage.Error{e}}}}
	}
	almost := make([]coverage.Fate, 3000)
	for i := range almost {
		almost[i] = coverage.Logged
	}
	almost[0] = coverage.Dropped
	for _, test := range []struct {
		report coverage.Report
		want   string
	}{
		{coverage.Report{}, "–"},
		{paths(coverage.Propagated, coverage.Unknown), "–"},
		{paths(coverage.Logged, coverage.Dropped, coverage.Answered, coverage.Unknown), "33.3 %"},
		{paths(coverage.Recorded), "100.0 %"},
		{paths(almost...), "99.9 %"},
	} {
		got := strings.ReplaceAll(first(t, write(t, test.report), `<strong>(.*?)</strong>`), "\u00a0", " ")
		if got != test.want {
			t.Errorf("the number is %q, want %q", got, test.want)
		}
	}
}

// TestWords holds that each fate has words and a letter of its own.
func TestWords(t *testing.T) {
	var doc document
	if err := json.Unmarshal(embedded(t, write(t, coverage.Report{}), "report"), &doc); err != nil {
		t.Fatal(err)
	}
	letters := make(map[string]coverage.Fate)
	for i, f := range coverage.Fates {
		got := doc.Fates[i]
		if got.Name != f || got.Says == "" || len(got.Letter) != 1 || got.Letter == "?" {
			t.Errorf("%s is told as %+v", f, got)
		}
		if other, taken := letters[got.Letter]; taken {
			t.Errorf("%s and %s have the same letter", f, other)
		}
		letters[got.Letter] = f
		want := "on"
		switch {
		case f.Traced():
			want = "traced"
		case f.Lost():
			want = "lost"
		case f == coverage.Unknown:
			want = "unknown"
		}
		if got.Kind != want {
			t.Errorf("%s is of kind %s, want %s", f, got.Kind, want)
		}
	}
}

// TestScripts holds that the script is small files, all of which are part of it, and that
// none writes markup.
func TestScripts(t *testing.T) {
	got := write(t, report())
	names, err := filepath.Glob("script/*.js")
	if err != nil || len(names) == 0 {
		t.Fatal("there are no scripts", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(got, string(text)) {
			t.Errorf("%s is not part of the page", name)
		}
		if n := bytes.Count(text, []byte("\n")); n > 400 {
			t.Errorf("%s has %d lines, more than 400", name, n)
		}
		for _, bad := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "</script", "<!--"} {
			if bytes.Contains(text, []byte(bad)) {
				t.Errorf("%s contains %s", name, bad)
			}
		}
	}
}

// TestWriterFails holds that an error of the writer is returned.
func TestWriterFails(t *testing.T) {
	full := errors.New("disk full")
	if err := page.Write(failing{full}, report(), source); !errors.Is(err, full) {
		t.Errorf("the error is %v, want %v", err, full)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func first(t *testing.T, text, pattern string) string {
	t.Helper()
	match := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if match == nil {
		t.Fatalf("the page has nothing like %s", pattern)
	}
	return match[1]
}

// embedded returns the data of an element.
func embedded(t *testing.T, page, id string) []byte {
	t.Helper()
	packed, err := base64.StdEncoding.DecodeString(first(t, page, `<script type="application/octet-stream;base64" id="`+id+`">([A-Za-z0-9+/=]*)</script>`))
	if err != nil {
		t.Fatal(err)
	}
	zip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
