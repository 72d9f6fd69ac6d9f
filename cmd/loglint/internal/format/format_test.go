package format_test

import (
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/format"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// content is a run with a finding of each confidence, a comment, and two packages that could not be
// analysed, one of which has a place.
func content(root string) format.Content {
	at := func(file string, line, column int) finding.Position {
		return finding.Position{File: filepath.Join(root, "store", file), Line: line, Column: column}
	}
	sure := func(p float64, confidence string) finding.Judgement {
		return finding.Judgement{Probability: p, Confidence: confidence}
	}
	return format.Content{
		Root: root, Context: -1, Files: new(source.Files),
		Report: finding.Report{
			Packages: []string{"m/clean", "m/store"},
			Findings: []finding.Finding{
				{Package: "m/store", Pass: "swallowederr", Category: "dropped", Message: "error from f is dropped (dropped)", Stable: "error from f is dropped",
					Pos: at("store.go", 3, 2), End: at("store.go", 4, 1), Judgement: sure(0.6299, "high")},
				{Package: "m/store", Pass: "swallowederr", Category: "dropped", Message: "error from f is dropped (dropped)", Stable: "error from f is dropped",
					Pos: at("store.go", 7, 2), End: at("store.go", 7, 9), Judgement: sure(0.2, "medium")},
				{Package: "m/store", Pass: "nolog", Category: "exit", Message: "error ends it (exit)", Stable: "error ends it",
					Pos: at("a.go", 1, 1), End: at("a.go", 1, 2), Judgement: sure(0.01, "low")},
				{Package: "m/store", Pass: "swallowederr", Category: "directive", Message: "it silences nothing (directive)", Stable: "it silences nothing",
					Pos: at("a.go", 9, 1), End: at("a.go", 9, 2)},
			},
			Skipped: []finding.Skipped{
				{Package: "m/bad", Reason: "undefined: x", Pos: at("bad.go", 5, 3)},
				{Package: "m/user", Reason: "it imports m/bad"},
			},
		},
	}
}

// hostile is a run in which the name of a file, and whatever a message says, try to be something else.
func hostile(root string) format.Content {
	const attack = "`x`` | <script>alert(1)</script> [a](http://b) @all \"&'<!-- ]]> \x01\r\n## heading\n- item ::error::x"
	at := finding.Position{File: filepath.Join(root, attack+".go"), Line: 1, Column: 1}
	return format.Content{
		Root: root, Context: -1, Files: new(source.Files),
		Report: finding.Report{
			Findings: []finding.Finding{
				{Package: "m/" + attack, Pass: "nolog", Category: "exit", Message: attack + " (exit)", Stable: attack, Pos: at, End: at,
					Judgement: finding.Judgement{Probability: 0.5, Confidence: "high"}},
				{Package: "m", Pass: "nolog", Category: attack, Message: attack, Stable: attack, Pos: at, End: at},
			},
			Skipped: []finding.Skipped{{Package: "m/" + attack, Reason: attack, Pos: at}},
		},
	}
}

func render(t *testing.T, name string, c format.Content) string {
	t.Helper()
	var ts format.Targets
	if err := ts.Set(name); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := c.Write(&out, ts[0].Format); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestFormats pins the formats that have no room of their own, with everything in them and with nothing.
func TestFormats(t *testing.T) {
	for _, name := range []string{"gitlab", "checkstyle", "junit", "markdown"} {
		root := t.TempDir()
		nothing := format.Content{Root: root, Files: new(source.Files), Report: finding.Report{Packages: []string{"m/clean"}}}
		for file, c := range map[string]format.Content{name: content(root), name + ".none": nothing} {
			golden := filepath.Join("testdata", file)
			got := render(t, name, c)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
		}
	}
}

// TestComplete holds each format to have all findings and, but for text, of which that is said beside
// it, what could not be analysed.
func TestComplete(t *testing.T) {
	root := t.TempDir()
	for _, f := range format.All {
		got := render(t, f.Name, content(root))
		for _, want := range []string{"store.go", "a.go", "error from f is dropped", "error ends it", "it silences nothing"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %q", f.Name, want)
			}
		}
		for _, want := range []string{"bad.go", "undefined: x", "it imports m/bad"} {
			if f.Name != format.Text && !strings.Contains(got, want) {
				t.Errorf("%s lacks %q", f.Name, want)
			}
		}
		if f.Name != format.Text && f.Name != "json" && strings.Contains(got, root) {
			t.Errorf("%s has the name of the directory", f.Name)
		}
	}
}

// TestHostile holds names and messages to be neither markup nor further findings.
func TestHostile(t *testing.T) {
	root := t.TempDir()
	c := hostile(root)

	var issues []struct{ Description string }
	if err := json.Unmarshal([]byte(render(t, "gitlab", c)), &issues); err != nil || len(issues) != 3 {
		t.Errorf("gitlab: %d issues (%v)", len(issues), err)
	}
	for name, want := range map[string]map[string]int{
		"checkstyle": {"checkstyle": 1, "file": 1, "error": 3},
		"junit":      {"testsuites": 1, "testsuite": 2, "testcase": 3, "failure": 2, "error": 1},
	} {
		if diff := cmp.Diff(want, elements(t, render(t, name, c))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := strings.Count(render(t, "github", c), "\n"); got != 3 {
		t.Errorf("github: %d lines", got)
	}
	lines := strings.Split(strings.TrimSpace(render(t, "markdown", c)), "\n")
	for _, line := range lines {
		if rest := outside(line); strings.Trim(rest, "abcdefghijklmnopqrstuvwxyzN0123456789 ,%-:()#") != "" &&
			strings.TrimSpace(rest) != "- line 1:  ([exit](https://github.com/loglint/loglint/blob/main/docs/rules.md#exit), high, 50 %)" {
			t.Errorf("markdown: outside of code stands %q, in %q", rest, line)
		}
	}
	if len(lines) != 10 {
		t.Errorf("markdown: %d lines:\n%s", len(lines), strings.Join(lines, "\n"))
	}
}

// elements counts the elements of a document by name.
func elements(t *testing.T, text string) map[string]int {
	t.Helper()
	counts := make(map[string]int)
	for dec := xml.NewDecoder(strings.NewReader(text)); ; {
		switch token, err := dec.Token(); token := token.(type) {
		case xml.StartElement:
			counts[token.Name.Local]++
		case nil:
			if err != io.EOF {
				t.Fatalf("%v in\n%s", err, text)
			}
			return counts
		}
	}
}

// outside returns what of a line of Markdown stands outside of code spans: one begins with backticks and ends
// with the next that are as many.
func outside(line string) string {
	var out strings.Builder
	for {
		i := strings.IndexByte(line, '`')
		if i < 0 {
			out.WriteString(line)
			return out.String()
		}
		out.WriteString(line[:i])
		rest := strings.TrimLeft(line[i:], "`")
		fence := len(line[i:]) - len(rest)
		end := -1
		for j := 0; j < len(rest); {
			if rest[j] != '`' {
				j++
				continue
			}
			run := len(rest[j:]) - len(strings.TrimLeft(rest[j:], "`"))
			if run == fence {
				end = j
				break
			}
			j += run
		}
		if end < 0 {
			out.WriteString(line[i:])
			return out.String()
		}
		line = rest[end+fence:]
	}
}

// TestLong holds a comment to what a code host takes, and to say what is missing.
func TestLong(t *testing.T) {
	c := content(t.TempDir())
	for len(c.Report.Findings) < 2000 {
		c.Report.Findings = append(c.Report.Findings, c.Report.Findings[:4]...)
	}
	got := render(t, "markdown", c)
	if len(got) > 65536 || !strings.Contains(got, " more, for which this comment has no room.") {
		t.Errorf("%d bytes, which end in %q", len(got), got[len(got)-100:])
	}
}

// TestFingerprints holds the two findings of GitLab's report that say the same to be two.
func TestFingerprints(t *testing.T) {
	var issues []struct{ Fingerprint string }
	if err := json.Unmarshal([]byte(render(t, "gitlab", content(t.TempDir()))), &issues); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, i := range issues {
		if len(i.Fingerprint) != 32 || seen[i.Fingerprint] {
			t.Errorf("the fingerprint %q is none, or there twice", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
	}
}

// TestTargets holds formats to the places that the flags name, and mistakes in them to be named.
func TestTargets(t *testing.T) {
	for _, test := range []struct {
		flags, out string
		want       string // format>file, or the error
		text       bool
	}{
		{"", "", "", true},
		{"text", "", "text>", true},
		{"json", "", "json>-", false},
		{"json text", "", "json>- text>", true},
		{"sarif:a.sarif gitlab:b.json", "", "sarif>a.sarif gitlab>b.json", true},
		{"sarif:a.sarif gitlab", "", "sarif>a.sarif gitlab>-", false},
		{"sarif:C:\\a.sarif", "", "sarif>C:\\a.sarif", true},
		{"json:-", "", "json>-", false},
		{"text:-", "", "text>-", false},
		{"text:a.txt", "", "text>a.txt", false},
		{"", "a.txt", "text>a.txt", false},
		{"junit", "a.xml", "junit>a.xml", true},
		{"junit", "-", "junit>-", false},
		{"junit:a.xml", "b.xml", "-o names a file, and -format=junit:a.xml another", false},
		{"junit sarif", "b.xml", "-o is for one format: with several, name the file of each, as in -format=sarif:out.sarif", false},
		{"json github", "", "standard output is for one format, and both -format=json and -format=github write to it", false},
		{"json:a sarif:a", "", "a file is for one format, and both -format=json:a and -format=sarif:a write to it", false},
		{"safir", "", "there is no such format; did you mean sarif?", false},
		{"yaml", "", "there is no such format; there are text, json, sarif, github, gitlab, checkstyle, junit, markdown", false},
		{"sarif:", "", `no file is named after "sarif:"`, false},
	} {
		var ts format.Targets
		var err error
		for flag := range strings.FieldsSeq(test.flags) {
			if err == nil {
				err = ts.Set(flag)
			}
		}
		if err == nil {
			ts, err = ts.Resolved(test.out)
		}
		var got []string
		for _, to := range ts {
			got = append(got, to.Name+">"+to.File)
		}
		is := strings.Join(got, " ")
		if err != nil {
			is = err.Error()
		}
		if is != test.want || err == nil && ts.ShowsText() != test.text {
			t.Errorf("%q with -o=%q: %s, text %v; want %s, %v", test.flags, test.out, is, ts.ShowsText(), test.want, test.text)
		}
	}
}
