package sarif_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/sarif"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

const code = `package p

func save() {
	é := write(); write()
}
`

// report is one of everything that can be said, about the code in a file with
// a name that a URI must escape.
func report(root string) finding.Report {
	at := func(line, column int) finding.Position {
		return finding.Position{File: filepath.Join(root, "p", "a b.go"), Line: line, Column: column}
	}
	return finding.Report{
		Findings: []finding.Finding{
			{Package: "m/p", Pass: "swallowederr", Category: "dropped", Message: "error is dropped at line 4 (dropped)", Stable: "error is dropped at line N", Pos: at(4, 8), End: at(4, 15),
				Fixes: []finding.Fix{{Message: "log the error", Edits: []finding.Edit{
					{File: at(0, 0).File, Start: strings.Index(code, "write()"), End: strings.Index(code, "write()") + 5, New: "read"},
					{File: at(0, 0).File, Start: 0, End: 1},
				}}},
				Related:   []finding.Related{{Pos: at(3, 6), End: at(3, 10), Message: "called here"}},
				Judgement: finding.Judgement{Probability: 0.625, Confidence: "high", Paths: [][]int{{4, 3, 5}, {4}}}},
			{Package: "m/p", Pass: "swallowederr", Category: "dropped", Message: "error is dropped at line 4 (dropped)", Stable: "error is dropped at line N", Pos: at(4, 17), End: at(4, 24),
				Judgement: finding.Judgement{Probability: 0.2, Confidence: "medium"}},
			{Package: "m/p", Pass: "missingctx", Category: "directive", Message: "unknown", Stable: "unknown", Pos: at(3, 1), End: at(5, 2)},
			{Package: "m/p", Pass: "missingctx", Category: "internal", Message: "nowhere", Stable: "nowhere", Pos: finding.Position{File: filepath.Join(filepath.Dir(root), "other.go")}},
		},
		Skipped:  []finding.Skipped{{Package: "m/q", Reason: "undefined: x", Pos: at(3, 2)}},
		Errors:   []finding.Error{{Package: "m/q", Line: "q.go:1:1: no"}},
		Failures: []finding.Failure{{Package: "m/r", Pass: "nolog", Text: "gave up"}},
	}
}

// TestSchema holds the output to the schema of the standard, with everything
// in it and with nothing.
func TestSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("testdata", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	root := write(t, code)
	for name, run := range map[string]sarif.Run{
		"everything": {Version: "v1.2.3", Root: root, Report: report(root)},
		"nothing":    {Root: root},
	} {
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(render(t, run)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		// The schema can tell: an instance with a mistake in it is not valid.
		instance.(map[string]any)["runs"].([]any)[0].(map[string]any)["columnKind"] = "bytes"
		if err := schema.Validate(instance); err == nil {
			t.Errorf("%s: the schema accepts anything", name)
		}
	}
}

// result is what the tests read of a result.
type result struct {
	RuleID, Level       string
	RuleIndex           *int
	Rank                *float64
	PartialFingerprints map[string]string
	Locations           []struct {
		PhysicalLocation struct {
			ArtifactLocation struct{ URI, URIBaseID string }
			Region           *struct{ StartLine, StartColumn, EndLine, EndColumn int }
		}
	}
	CodeFlows []struct {
		ThreadFlows []struct {
			Locations []struct {
				Location struct {
					PhysicalLocation struct{ Region struct{ StartLine int } }
				}
			}
		}
	}
	Fixes []struct {
		ArtifactChanges []struct {
			Replacements []struct {
				DeletedRegion struct{ StartLine, StartColumn, EndLine, EndColumn int }
			}
		}
	}
}

type log struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Rules []struct{ ID, HelpURI string }
			}
		}
		OriginalURIBaseIDs map[string]any
		Invocations        []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine int }
					}
				}
			}
		}
		Results []result
	}
}

// TestResults holds places to the root, columns to characters, fixes to the
// bytes that they replace, and rules to their index.
func TestResults(t *testing.T) {
	root := write(t, code)
	run := read(t, render(t, sarif.Run{Root: root, Report: report(root)})).Runs[0]
	if run.Invocations[0].ExecutionSuccessful {
		t.Error("a run that skipped a package is said to have succeeded")
	}
	first := run.Results[0]
	at := first.Locations[0].PhysicalLocation
	if got := at.ArtifactLocation.URI; got != "p/a%20b.go" {
		t.Errorf("the file is %s", got)
	}
	if diff := cmp.Diff([]int{4, 7, 4, 14}, []int{at.Region.StartLine, at.Region.StartColumn, at.Region.EndLine, at.Region.EndColumn}); diff != "" {
		t.Errorf("region (-want +got):\n%s", diff)
	}
	fixed := first.Fixes[0].ArtifactChanges[0].Replacements[0].DeletedRegion
	if diff := cmp.Diff([]int{4, 7, 4, 12}, []int{fixed.StartLine, fixed.StartColumn, fixed.EndLine, fixed.EndColumn}); diff != "" {
		t.Errorf("fixed region (-want +got):\n%s", diff)
	}
	for _, res := range run.Results {
		rule := run.Tool.Driver.Rules[*res.RuleIndex]
		if rule.ID != res.RuleID || !strings.HasSuffix(rule.HelpURI, "#"+rule.ID) {
			t.Errorf("%s has the rule %+v", res.RuleID, rule)
		}
	}
	if other := run.Results[3].Locations[0].PhysicalLocation; other.Region != nil || !strings.HasPrefix(other.ArtifactLocation.URI, "file:///") {
		t.Errorf("a file outside is at %+v", other)
	}
}

// TestLevels holds the level and the rank of a result to its confidence.
func TestLevels(t *testing.T) {
	root := write(t, code)
	run := read(t, render(t, sarif.Run{Root: root, Report: report(root)})).Runs[0]
	type level struct {
		Level string
		Rank  float64
	}
	var got []level
	for _, res := range run.Results {
		l := level{res.Level, -1}
		if res.Rank != nil {
			l.Rank = *res.Rank
		}
		got = append(got, l)
	}
	if diff := cmp.Diff([]level{{"warning", 62.5}, {"note", 20}, {"warning", -1}, {"error", -1}}, got); diff != "" {
		t.Errorf("levels and ranks (-want +got):\n%s", diff)
	}
}

// TestFlows holds the paths of a finding to be there, line by line.
func TestFlows(t *testing.T) {
	root := write(t, code)
	var got [][]int
	for _, flow := range read(t, render(t, sarif.Run{Root: root, Report: report(root)})).Runs[0].Results[0].CodeFlows {
		var lines []int
		for _, at := range flow.ThreadFlows[0].Locations {
			lines = append(lines, at.Location.PhysicalLocation.Region.StartLine)
		}
		got = append(got, lines)
	}
	if diff := cmp.Diff([][]int{{4, 3, 5}, {4}}, got); diff != "" {
		t.Errorf("paths (-want +got):\n%s", diff)
	}
}

// TestNotifications holds what could not be analysed to be named, and to be found from the
// root of the repository.
func TestNotifications(t *testing.T) {
	root := write(t, code)
	run := read(t, render(t, sarif.Run{Root: root, Report: report(root)})).Runs[0]
	if run.OriginalURIBaseIDs["%SRCROOT%"] == nil {
		t.Error("it does not say what the names of files are relative to")
	}
	var got []string
	for _, n := range run.Invocations[0].ToolExecutionNotifications {
		where := ""
		if len(n.Locations) > 0 {
			at := n.Locations[0].PhysicalLocation
			where = fmt.Sprintf("%s:%d ", at.ArtifactLocation.URI, at.Region.StartLine)
		}
		got = append(got, where+n.Level+" "+n.Message.Text)
	}
	want := []string{
		"q.go:1 error no", "p/a%20b.go:3 error cannot analyse m/q: undefined: x", "error nolog gave up on m/r: gave up",
	}
	for i := range got {
		if i < len(want) && !strings.HasSuffix(got[i], want[i]) {
			t.Errorf("notification %d is %q, want %q", i, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d notifications: %q", len(got), got)
	}
}

// TestFingerprints holds fingerprints to be different within a run, and to
// survive another checkout and lines that are added above.
func TestFingerprints(t *testing.T) {
	of := func(text string, lines int) []string {
		root := write(t, text)
		r := report(root)
		for i := range r.Findings {
			if r.Findings[i].Pos.Line > 0 {
				r.Findings[i].Pos.Line += lines
				r.Findings[i].End.Line += lines
			}
		}
		var all []string
		for _, res := range read(t, render(t, sarif.Run{Root: root, Report: r})).Runs[0].Results {
			all = append(all, res.PartialFingerprints["loglint/v1"])
		}
		return all
	}
	before := of(code, 0)
	if unique := slices.Compact(slices.Sorted(slices.Values(before))); len(unique) != len(before) {
		t.Errorf("two findings have the same fingerprint: %q", before)
	}
	if diff := cmp.Diff(before, of(strings.Replace(code, "\n", "\n\n// A comment.\n", 1), 2)); diff != "" {
		t.Errorf("fingerprints after lines were added (-before +after):\n%s", diff)
	}
}

func render(t *testing.T, run sarif.Run) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := run.Write(&out, new(source.Files)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func read(t *testing.T, data []byte) log {
	t.Helper()
	var l log
	if err := json.Unmarshal(data, &l); err != nil {
		t.Fatal(err)
	}
	return l
}

// write writes the code into a repository, and returns its root.
func write(t *testing.T, text string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "root")
	if err := os.MkdirAll(filepath.Join(root, "p"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "p", "a b.go"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return root
}
