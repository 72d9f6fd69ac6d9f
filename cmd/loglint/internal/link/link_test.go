package link_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

// get and put are methods by their names alone: the types are left out.
func get(o defect.Outcome, through ...string) defect.Method {
	return defect.Method{Name: "Get", Signature: "func(string) error", Outcome: o, Through: through}
}

func put(o defect.Outcome, through ...string) defect.Method {
	return defect.Method{Name: "Put", Signature: "func(string) error", Outcome: o, Through: through}
}

func iface(name string, methods ...defect.Method) defect.Type {
	return defect.Type{Name: name, Interface: true, Methods: methods}
}

func concrete(name string, methods ...defect.Method) defect.Type {
	return defect.Type{Name: name, Methods: methods}
}

// TestFindings holds which findings stay, by what there is of types. The finding
// depends on what through names.
func TestFindings(t *testing.T) {
	store := iface("m.Store", get(defect.Open))
	both := iface("m.Both", get(defect.Open), put(defect.Open))
	tests := []struct {
		name    string
		through []string
		types   []defect.Type
		stays   bool
	}{
		{"depends on nothing", nil, []defect.Type{store, concrete("p.T", get(defect.AllLogged))}, true},
		{"logged", []string{"m.Store.Get"}, []defect.Type{store, concrete("p.T", get(defect.AllLogged))}, false},
		{"never fails", []string{"m.Store.Get"}, []defect.Type{store, concrete("p.T", get(defect.NoneLost))}, false},
		{"not logged", []string{"m.Store.Get"}, []defect.Type{store, concrete("p.T", get(defect.Open))}, true},
		{"logged by one of two", []string{"m.Store.Get"}, []defect.Type{store, concrete("p.T", get(defect.AllLogged)), concrete("q.T", get(defect.Open))}, true},
		{"logged by both", []string{"m.Store.Get"}, []defect.Type{store, concrete("p.T", get(defect.AllLogged)), concrete("q.T", get(defect.NoneLost))}, false},
		{"nothing implements it", []string{"m.Store.Get"}, []defect.Type{store}, true},
		{"unknown interface", []string{"m.Other.Get"}, []defect.Type{store, concrete("p.T", get(defect.AllLogged))}, true},
		{"another signature", []string{"m.Store.Get"}, []defect.Type{store,
			concrete("p.T", defect.Method{Name: "Get", Signature: "func() error", Outcome: defect.AllLogged})}, true},
		{"a method is lacking", []string{"m.Both.Get"}, []defect.Type{both, concrete("p.T", get(defect.AllLogged))}, true},
		{"another method is not logged", []string{"m.Both.Get"}, []defect.Type{both, concrete("p.T", get(defect.AllLogged), put(defect.Open))}, false},
		{"one of two methods is not logged", []string{"m.Both.Get", "m.Both.Put"}, []defect.Type{both, concrete("p.T", get(defect.AllLogged), put(defect.Open))}, true},
		{"a type stands before another", []string{"m.Store.Get"}, []defect.Type{store,
			concrete("p.T", get(defect.AllLogged)), concrete("p.Cached", get(defect.Depends, "m.Store.Get"))}, false},
		{"a type stands before none", []string{"m.Store.Get"}, []defect.Type{store, concrete("p.Cached", get(defect.Depends, "m.Store.Get"))}, true},
		{"by way of another interface", []string{"m.Store.Get"}, []defect.Type{store,
			iface("m.DB", put(defect.Open)), concrete("p.T", get(defect.Depends, "m.DB.Put")), concrete("q.DB", put(defect.AllLogged))}, false},
		{"by way of another that does not log", []string{"m.Store.Get"}, []defect.Type{store,
			iface("m.DB", put(defect.Open)), concrete("p.T", get(defect.Depends, "m.DB.Put")), concrete("q.DB", put(defect.Open))}, true},
		{"two that depend on each other", []string{"m.Store.Get"}, []defect.Type{store,
			iface("m.DB", put(defect.Open)), concrete("p.T", get(defect.Depends, "m.DB.Put")), concrete("q.DB", put(defect.Depends, "m.Store.Get"))}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := selection.Finding{Category: defect.CatDropped, Linked: defect.Linked{Through: test.through}}
			for seed := range uint64(10) {
				r := rand.New(rand.NewPCG(seed, 0))
				r.Shuffle(len(test.types), func(i, j int) { test.types[i], test.types[j] = test.types[j], test.types[i] })
				if settled := link.New(test.types, nil).Settled(f); settled == test.stays {
					t.Fatalf("seed %d: settled: %v", seed, settled)
				}
			}
		})
	}
}

// TestOutside holds the error of a finding to come from the world outside if
// something that implements the method reaches it, and only then.
func TestOutside(t *testing.T) {
	world := func(m defect.Method) defect.Method {
		m.Outside = true
		return m
	}
	store := iface("m.Store", get(defect.Open))
	db := iface("m.DB", put(defect.Open))
	tests := []struct {
		name    string
		types   []defect.Type
		outside bool
	}{
		{"nothing implements it", []defect.Type{store}, false},
		{"not known to reach it", []defect.Type{store, concrete("p.T", get(defect.Open))}, false},
		{"reaches it", []defect.Type{store, concrete("p.T", world(get(defect.Open)))}, true},
		{"one of two reaches it", []defect.Type{store, concrete("p.T", get(defect.NoneLost)), concrete("q.T", world(get(defect.Open)))}, true},
		{"another method reaches it", []defect.Type{store, concrete("p.T", get(defect.Open), world(put(defect.Open)))}, false},
		{"by way of another interface", []defect.Type{store, db, concrete("p.T", get(defect.Depends, "m.DB.Put")), concrete("q.DB", world(put(defect.Open)))}, true},
		{"by way of another that does not", []defect.Type{store, db, concrete("p.T", get(defect.Depends, "m.DB.Put")), concrete("q.DB", put(defect.Open))}, false},
		{"two that depend on each other", []defect.Type{store, db, concrete("p.T", get(defect.Depends, "m.DB.Put")), concrete("q.DB", put(defect.Depends, "m.Store.Get"))}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := selection.Finding{Category: defect.CatDropped, Linked: defect.Linked{Through: []string{"m.Store.Get"}}}
			if got := link.New(test.types, nil).Outside(f); got != test.outside {
				t.Errorf("outside: %v", got)
			}
		})
	}
}

// TestLine holds a finding about a line, or about an assignment that was
// forgotten, to what was logged: it is a mistake with any error, also one that
// nothing is lost with.
func TestLine(t *testing.T) {
	for _, test := range []struct {
		category defect.Category
		outcome  defect.Outcome
		stays    bool
	}{
		{"novalue", defect.AllLogged, false},
		{"novalue", defect.NoneLost, true},
		{"overwritten", defect.NoneLost, true},
		{"dropped", defect.NoneLost, false},
	} {
		f := selection.Finding{Category: test.category, Linked: defect.Linked{Through: []string{"m.Store.Get"}}}
		program := link.New([]defect.Type{iface("m.Store", get(defect.Open)), concrete("p.T", get(test.outcome))}, nil)
		if settled := program.Settled(f); settled == test.stays {
			t.Errorf("%s, %v: settled: %v", test.category, test.outcome, settled)
		}
	}
}

// TestInside holds what is said of a finding that rests on the shape of an interface whose methods
// are seen to be implemented: by nothing that reaches the world outside.
func TestInside(t *testing.T) {
	store := iface("m.Store", get(defect.Open))
	reaches := get(defect.Open)
	reaches.Outside = true
	for _, test := range []struct {
		name     string
		types    []defect.Type
		evidence defect.Evidence
		want     bool
	}{
		{"nothing implements it", []defect.Type{store}, defect.EvShape, false},
		{"memory", []defect.Type{store, concrete("p.T", get(defect.Open))}, defect.EvShape, true},
		{"one of two reaches out", []defect.Type{store, concrete("p.T", get(defect.Open)), concrete("q.T", reaches)}, defect.EvShape, false},
		{"only what stands before others", []defect.Type{store, concrete("p.T", get(defect.Depends, "m.Store.Get"))}, defect.EvShape, false},
		{"a store by its name", []defect.Type{store, concrete("p.T", get(defect.Open))}, defect.EvInterface, false},
	} {
		f := selection.Finding{Evidence: []defect.Evidence{test.evidence}, Linked: defect.Linked{Through: []string{"m.Store.Get"}}}
		link.New(test.types, nil).Complete("m", &f)
		if got := slices.Contains(f.Evidence, defect.EvInside); got != test.want {
			t.Errorf("%s: inside is %v", test.name, got)
		}
	}
}
