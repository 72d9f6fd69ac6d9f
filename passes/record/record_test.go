package record_test

import (
	"go/token"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/record"
)

func at(file string, line, column int) token.Position {
	return token.Position{Filename: file, Line: line, Column: column}
}

// statement has each field set, which no real one has.
var statement = defect.Statement{Kind: defect.Dropped, Subject: defect.Subject{Kind: defect.FromCaller, Name: "err", Of: "f"}, Line: 7, Leave: defect.Continuing, Counted: true, Callee: defect.Callee{Name: "g", Line: 6}, Reply: defect.Reply{Form: defect.Code, Number: 13}, Another: true, Whether: true, Handed: &defect.Handed{File: "b.go", Line: 9, Subject: defect.Subject{Name: "h"}}, Elsewhere: defect.Elsewhere{From: "get", Does: "queries", Others: 5, Twin: defect.Place{In: "h", File: "c.go", Line: 8}, Switched: defect.Switched{Helper: defect.Callee{Name: "l", Line: 5}, Setting: "v"}, Instead: defect.Consequence{Kind: defect.SkipsCall, Stand: "nil", Callee: defect.Callee{Name: "g", Line: 3}, In: "f"}}, AboutLine: defect.AboutLine{Logger: "slog.Info", Way: "a → b", Would: defect.Would{Form: defect.ByBinder, Name: "log.G"}, Context: "ctx", Given: "context.Background()", Blind: true, Carried: defect.Carried{By: "mw.RequestID", Fields: []string{"request_id"}, Reader: "mw.handler", Trace: true}}}

// unit has each field set, and names that occur twice.
var unit = record.Unit{
	Findings: []record.Finding{
		{
			Finding: selection.Finding{
				Category: defect.CatDropped,
				Evidence: []defect.Evidence{defect.EvOutside, defect.EvNobodys}, Test: true,
				Linked: defect.Linked{Through: []string{"m.Store.Get", "m.Store.Put"}, Callee: "m.Load", Under: []string{"m.Store.Get", "m.Show"}, Reads: []string{"m/mw#key"}, By: defect.GRPC, Within: "m/a.f"}, Ignores: []int{0, 1},
				Says: statement,
			},
			Range: record.Range{Pos: at("/m/a_test.go", 3, 1), End: at("/m/a_test.go", 4, 7)},
			First: 2, Last: 9,
			Fixes: []record.Fix{
				{Message: "Log it", Edits: []record.Edit{{"/m/a_test.go", 40, 42, "log.Print(err)\n"}, {"/m/a_test.go", 50, 50, ""}}},
				{Message: "Return it", Edits: []record.Edit{{"/m/a_test.go", 40, 42, "return err"}}},
			},
		},
		{
			Finding: selection.Finding{Category: defect.CatHelper, Says: defect.Statement{Kind: defect.HelperWithout, AboutLine: defect.AboutLine{Logger: "warn", Way: `"quoted" <and> so on`}}, Linked: defect.Linked{Through: []string{"m.Store.Put"}}},
			Range:   record.Range{Pos: at("/m/b.go", 9, 2), End: at("/m/b.go", 9, 2)},
			First:   9, Last: 9,
		},
	},
	Courses: []record.Course{
		{
			Range:   record.Range{Pos: at("/m/a_test.go", 3, 1), End: at("/m/a_test.go", 4, 7)},
			Subject: defect.Subject{Kind: defect.FromCaller, Name: "err", Of: "f"}, Class: "decoding", From: "get", Does: "queries", Func: "f",
			Of: defect.Surroundings{Role: defect.Worker, Under: []string{"m.Show"}, Boundary: "goroutine", Test: true}, Found: 1,
			Paths: []defect.Path{
				{Fate: defect.FateLogged, Lines: []int{3, 9, 4}, Traces: []defect.Callee{{Name: "slog.Error", Line: 9}, {Name: "l", Line: 2}}},
				{Fate: defect.FateEscaped, Lines: []int{3}, Keeper: "a list"},
			},
		},
		{
			Range: record.Range{Pos: at("/m/b.go", 9, 2), End: at("/m/b.go", 9, 4)}, Class: "environment", Func: "g",
			Paths: []defect.Path{{Fate: defect.FateDropped, Lines: []int{9}, Held: defect.HeldNamed}},
		},
		{
			Range: record.Range{Pos: at("/m/a_test.go", 7, 1), End: at("/m/a_test.go", 7, 4)}, Class: "environment", Func: "f",
			Of: defect.Surroundings{Role: defect.Worker, Under: []string{"m.Show"}, Boundary: "goroutine", Test: true}, Paths: []defect.Path{{Fate: defect.FateUnknown, Lines: []int{7}}},
		},
	},
	Ignores: []record.Ignore{
		{selection.Ignore{Categories: []string{"dropped", "answered"}, Test: true}, record.Range{Pos: at("/m/a_test.go", 3, 9), End: at("/m/a_test.go", 3, 40)}},
		{selection.Ignore{Categories: []string{"all"}, Nolint: true, Linter: true}, record.Range{Pos: at("/m/a_test.go", 2, 9), End: at("/m/a_test.go", 2, 17)}},
	},
	Problems: []record.Note{{record.Range{Pos: at("/m/b.go", 1, 1), End: at("/m/b.go", 1, 5)}, "unknown directive"}},
	Failures: []record.Note{{record.Range{Pos: at("/m/b.go", 7, 1), End: at("/m/b.go", 7, 1)}, "analysis of f gave up"}},
	Package: defect.Package{Main: true, Serves: true, Imports: []string{"m/b"}, Carriers: defect.Carriers{{Key: "m/mw#key", By: "mw.RequestID", Func: "m/mw.RequestID", Fields: []string{"id"}, Needs: []string{"m#k"}, OnWay: true, Of: defect.HTTP}}, Uses: []string{"m/mw.RequestID"}, Flows: []defect.Flow{{Of: defect.HTTP, To: "m/a.f"}, {From: "m/a.f", To: "m/b.T.G"}}, Calls: []defect.Calls{{Of: "m.Load", All: 2, Handled: 1, At: defect.Place{In: "h", File: "c.go", Line: 8}}}, Reach: defect.Reach{
		Roles: []defect.Called{{Name: "m/b.Get", Role: defect.Worker}}, Leads: []defect.Lead{{From: "m.Show", To: []string{"m/b.Get"}}},
	}},
	Types: []defect.Type{{Name: "m.Store", Interface: true, Methods: []defect.Method{
		{Name: "Get", Signature: "func(string) error", Outcome: defect.Depends, Through: []string{"m.DB.Get"}, Outside: true},
	}}},
}

// TestRoundTrip holds what is written to be read back, in one line.
func TestRoundTrip(t *testing.T) {
	for name, u := range map[string]record.Unit{"full": unit, "empty": {}} {
		text, err := u.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(text, "\n") {
			t.Errorf("%s: more than one line", name)
		}
		got, err := record.Decode(text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(u, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestEveryField holds the statement above to having each field set, so that one that
// is added is written and read as well.
func TestEveryField(t *testing.T) {
	v := reflect.ValueOf(statement)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("%s is not set", v.Type().Field(i).Name)
		}
	}
}

// TestDecodeErrors holds what cannot be read to be an error: no driver may take it
// for a package without findings.
func TestDecodeErrors(t *testing.T) {
	text, err := unit.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, broken := range map[string]string{
		"empty":            "",
		"another version":  strings.Replace(text, "loglint-unit/8 ", "loglint-unit/0 ", 1),
		"cut off":          text[:len(text)-1],
		"no such name":     strings.Replace(text, `"r":[0,3,1,0,4,7]`, `"r":[99,3,1,0,4,7]`, 1),
		"no such evidence": strings.Replace(text, `"e":[0,`, `"e":[255,`, 1),
		"no such ignore":   strings.Replace(text, `"i":[0,1]`, `"i":[0,2]`, 1),
		"no such function": strings.Replace(text, `16,0,1,2,0,0,0,2,3`, `16,9,1,2,0,0,0,2,3`, 1),
		"half a course":    strings.Replace(text, `,6,16,-1,17,0,6,-5,8,0,19,0,1,0]`, `,6,16]`, 1),
		"half a range":     strings.Replace(text, `"r":[0,3,1,0,4,7]`, `"r":[0,3]`, 1),
	} {
		if broken == text {
			t.Fatalf("%s: the text has changed: %s", name, text)
		}
		if _, err := record.Decode(broken); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzDecode(f *testing.F) {
	text, err := unit.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Fuzz(func(t *testing.T, text string) {
		u, err := record.Decode(text)
		if err != nil {
			return
		}
		for _, finding := range u.Findings {
			for _, ev := range finding.Evidence {
				_ = ev.String() // a number that is none would panic
			}
			for _, ig := range finding.Ignores {
				_ = u.Ignores[ig]
			}
		}
	})
}
