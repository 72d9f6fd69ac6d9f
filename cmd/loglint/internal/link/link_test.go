package link_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/passes/errfate"
)

// get and put are methods by their names alone: the types are left out.
func get(o errfate.Outcome, through ...string) errfate.Method {
	return errfate.Method{Name: "Get", Signature: "func(string) error", Outcome: o, Through: through}
}

func put(o errfate.Outcome, through ...string) errfate.Method {
	return errfate.Method{Name: "Put", Signature: "func(string) error", Outcome: o, Through: through}
}

func iface(name string, methods ...errfate.Method) errfate.Type {
	return errfate.Type{Name: name, Interface: true, Methods: methods}
}

func concrete(name string, methods ...errfate.Method) errfate.Type {
	return errfate.Type{Name: name, Methods: methods}
}

// TestFindings holds which findings stay, by what there is of types. The finding
// depends on what through names.
func TestFindings(t *testing.T) {
	store := iface("m.Store", get(errfate.Open))
	both := iface("m.Both", get(errfate.Open), put(errfate.Open))
	tests := []struct {
		name    string
		through []string
		types   []errfate.Type
		stays   bool
	}{
		{"depends on nothing", nil, []errfate.Type{store, concrete("p.T", get(errfate.AllLogged))}, true},
		{"logged", []string{"m.Store.Get"}, []errfate.Type{store, concrete("p.T", get(errfate.AllLogged))}, false},
		{"never fails", []string{"m.Store.Get"}, []errfate.Type{store, concrete("p.T", get(errfate.NoneLost))}, false},
		{"not logged", []string{"m.Store.Get"}, []errfate.Type{store, concrete("p.T", get(errfate.Open))}, true},
		{"logged by one of two", []string{"m.Store.Get"}, []errfate.Type{store, concrete("p.T", get(errfate.AllLogged)), concrete("q.T", get(errfate.Open))}, true},
		{"logged by both", []string{"m.Store.Get"}, []errfate.Type{store, concrete("p.T", get(errfate.AllLogged)), concrete("q.T", get(errfate.NoneLost))}, false},
		{"nothing implements it", []string{"m.Store.Get"}, []errfate.Type{store}, true},
		{"unknown interface", []string{"m.Other.Get"}, []errfate.Type{store, concrete("p.T", get(errfate.AllLogged))}, true},
		{"another signature", []string{"m.Store.Get"}, []errfate.Type{store,
			concrete("p.T", errfate.Method{Name: "Get", Signature: "func() error", Outcome: errfate.AllLogged})}, true},
		{"a method is lacking", []string{"m.Both.Get"}, []errfate.Type{both, concrete("p.T", get(errfate.AllLogged))}, true},
		{"another method is not logged", []string{"m.Both.Get"}, []errfate.Type{both, concrete("p.T", get(errfate.AllLogged), put(errfate.Open))}, false},
		{"one of two methods is not logged", []string{"m.Both.Get", "m.Both.Put"}, []errfate.Type{both, concrete("p.T", get(errfate.AllLogged), put(errfate.Open))}, true},
		{"a type stands before another", []string{"m.Store.Get"}, []errfate.Type{store,
			concrete("p.T", get(errfate.AllLogged)), concrete("p.Cached", get(errfate.Depends, "m.Store.Get"))}, false},
		{"a type stands before none", []string{"m.Store.Get"}, []errfate.Type{store, concrete("p.Cached", get(errfate.Depends, "m.Store.Get"))}, true},
		{"by way of another interface", []string{"m.Store.Get"}, []errfate.Type{store,
			iface("m.DB", put(errfate.Open)), concrete("p.T", get(errfate.Depends, "m.DB.Put")), concrete("q.DB", put(errfate.AllLogged))}, false},
		{"by way of another that does not log", []string{"m.Store.Get"}, []errfate.Type{store,
			iface("m.DB", put(errfate.Open)), concrete("p.T", get(errfate.Depends, "m.DB.Put")), concrete("q.DB", put(errfate.Open))}, true},
		{"two that depend on each other", []string{"m.Store.Get"}, []errfate.Type{store,
			iface("m.DB", put(errfate.Open)), concrete("p.T", get(errfate.Depends, "m.DB.Put")), concrete("q.DB", put(errfate.Depends, "m.Store.Get"))}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := finding.Finding{Package: "m/web", Pass: "swallowederr", Category: "dropped", Pos: finding.Position{File: "/m/web/web.go", Line: 7, Column: 2}}
			for seed := range uint64(10) {
				all := append(records(t, test.types), f)
				if test.through != nil {
					all = append(all, depends(t, f, test.through...))
				}
				r := rand.New(rand.NewPCG(seed, 0))
				r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
				got, err := link.Findings(all)
				if err != nil {
					t.Fatal(err)
				}
				var want []finding.Finding
				if test.stays {
					want = append(want, f)
				}
				if diff := cmp.Diff(want, slices.Clip(got), cmpopts.EquateEmpty()); diff != "" {
					t.Fatalf("seed %d (-want +got):\n%s", seed, diff)
				}
			}
		})
	}
}

// TestOtherCategory holds a record to the finding of its category: there may be
// another at the same place.
func TestOtherCategory(t *testing.T) {
	at := finding.Position{File: "/m/web/web.go", Line: 7, Column: 2}
	dropped := finding.Finding{Package: "m/web", Pass: "swallowederr", Category: "dropped", Pos: at}
	slip := finding.Finding{Package: "m/web", Pass: "swallowederr", Category: "overwritten", Pos: at}
	all := records(t, []errfate.Type{iface("m.Store", get(errfate.Open)), concrete("p.T", get(errfate.AllLogged))})
	all = append(all, dropped, slip, depends(t, dropped, "m.Store.Get"))
	got, err := link.Findings(all)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]finding.Finding{slip}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRaised holds a finding of which the interface tells too little to stay if
// something that implements it reaches the world outside, and only then.
func TestRaised(t *testing.T) {
	world := func(m errfate.Method) errfate.Method {
		m.Outside = true
		return m
	}
	store := iface("m.Store", get(errfate.Open))
	db := iface("m.DB", put(errfate.Open))
	tests := []struct {
		name  string
		types []errfate.Type
		stays bool
	}{
		{"nothing implements it", []errfate.Type{store}, false},
		{"not known to reach it", []errfate.Type{store, concrete("p.T", get(errfate.Open))}, false},
		{"reaches it", []errfate.Type{store, concrete("p.T", world(get(errfate.Open)))}, true},
		{"one of two reaches it", []errfate.Type{store, concrete("p.T", get(errfate.NoneLost)), concrete("q.T", world(get(errfate.Open)))}, true},
		{"another method reaches it", []errfate.Type{store, concrete("p.T", get(errfate.Open), world(put(errfate.Open)))}, false},
		{"by way of another interface", []errfate.Type{store, db, concrete("p.T", get(errfate.Depends, "m.DB.Put")), concrete("q.DB", world(put(errfate.Open)))}, true},
		{"by way of another that does not", []errfate.Type{store, db, concrete("p.T", get(errfate.Depends, "m.DB.Put")), concrete("q.DB", put(errfate.Open))}, false},
		{"two that depend on each other", []errfate.Type{store, db, concrete("p.T", get(errfate.Depends, "m.DB.Put")), concrete("q.DB", put(errfate.Depends, "m.Store.Get"))}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := finding.Finding{Package: "m/web", Category: "dropped", Pos: finding.Position{File: "/m/web/web.go", Line: 7, Column: 2}}
			got, err := link.Findings(append(records(t, test.types), f, raised(t, f, "m.Store.Get")))
			if err != nil {
				t.Fatal(err)
			}
			if (len(got) == 1) != test.stays {
				t.Errorf("got %v", got)
			}
		})
	}
}

// TestBoth holds a finding that is shown in any case to stay where another of its
// category and place is only raised.
func TestBoth(t *testing.T) {
	f := finding.Finding{Package: "m/web", Category: "dropped", Pos: finding.Position{File: "/m/web/web.go", Line: 7, Column: 2}}
	all := records(t, []errfate.Type{iface("m.Store", get(errfate.Open)), concrete("p.T", get(errfate.Open))})
	got, err := link.Findings(append(all, f, raised(t, f, "m.Store.Get"), depends(t, f, "m.Store.Get")))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 {
		t.Errorf("got %v", got)
	}
}

// TestLine holds a finding about a line, or about an assignment that was
// forgotten, to what was logged: it is a mistake with any error, also one that
// nothing is lost with.
func TestLine(t *testing.T) {
	for _, test := range []struct {
		category string
		outcome  errfate.Outcome
		stays    bool
	}{
		{"novalue", errfate.AllLogged, false},
		{"novalue", errfate.NoneLost, true},
		{"overwritten", errfate.NoneLost, true},
		{"dropped", errfate.NoneLost, false},
	} {
		f := finding.Finding{Package: "m/web", Category: test.category, Pos: finding.Position{File: "/m/web/web.go", Line: 7, Column: 2}}
		all := records(t, []errfate.Type{iface("m.Store", get(errfate.Open)), concrete("p.T", get(test.outcome))})
		got, err := link.Findings(append(all, f, depends(t, f, "m.Store.Get")))
		if err != nil {
			t.Fatal(err)
		}
		if (len(got) == 1) != test.stays {
			t.Errorf("%s, %v: got %v", test.category, test.outcome, got)
		}
	}
}

// TestBrokenRecord holds a record that cannot be read to be an error, and not
// to be taken for a program without types.
func TestBrokenRecord(t *testing.T) {
	for _, category := range []string{"types", "dropped"} {
		if _, err := link.Findings([]finding.Finding{{Pass: link.Pass.Name, Category: category, Message: "[{"}}); err == nil {
			t.Errorf("%s: no error", category)
		}
	}
}

// records are what the pass says of types, one package each.
func records(t *testing.T, types []errfate.Type) []finding.Finding {
	t.Helper()
	var all []finding.Finding
	for i := range types {
		text, err := json.Marshal(types[i : i+1])
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, finding.Finding{Pass: link.Pass.Name, Category: "types", Message: string(text)})
	}
	return all
}

// depends is what the pass says of a finding, and raised what it says of one that
// is only there if the world outside is reached.
func depends(t *testing.T, f finding.Finding, through ...string) finding.Finding {
	return about(t, f, map[string]any{"Through": through})
}

func raised(t *testing.T, f finding.Finding, through ...string) finding.Finding {
	return about(t, f, map[string]any{"Through": through, "Raised": true})
}

func about(t *testing.T, f finding.Finding, record map[string]any) finding.Finding {
	t.Helper()
	text, err := json.Marshal(record)
	if err != nil {
		t.Fatal(err)
	}
	return finding.Finding{Package: f.Package, Pass: link.Pass.Name, Category: f.Category, Pos: f.Pos, Message: string(text)}
}
