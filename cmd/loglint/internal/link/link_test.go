package link_test

import (
	"math/rand/v2"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
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
			f := selection.Finding{Category: defect.CatDropped, Through: test.through}
			for seed := range uint64(10) {
				r := rand.New(rand.NewPCG(seed, 0))
				r.Shuffle(len(test.types), func(i, j int) { test.types[i], test.types[j] = test.types[j], test.types[i] })
				if settled := link.New(test.types).Settled(f); settled == test.stays {
					t.Fatalf("seed %d: settled: %v", seed, settled)
				}
			}
		})
	}
}

// TestOutside holds the error of a finding to come from the world outside if
// something that implements the method reaches it, and only then.
func TestOutside(t *testing.T) {
	world := func(m errfate.Method) errfate.Method {
		m.Outside = true
		return m
	}
	store := iface("m.Store", get(errfate.Open))
	db := iface("m.DB", put(errfate.Open))
	tests := []struct {
		name    string
		types   []errfate.Type
		outside bool
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
			f := selection.Finding{Category: defect.CatDropped, Through: []string{"m.Store.Get"}}
			if got := link.New(test.types).Outside(f); got != test.outside {
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
		outcome  errfate.Outcome
		stays    bool
	}{
		{"novalue", errfate.AllLogged, false},
		{"novalue", errfate.NoneLost, true},
		{"overwritten", errfate.NoneLost, true},
		{"dropped", errfate.NoneLost, false},
	} {
		f := selection.Finding{Category: test.category, Through: []string{"m.Store.Get"}}
		program := link.New([]errfate.Type{iface("m.Store", get(errfate.Open)), concrete("p.T", get(test.outcome))})
		if settled := program.Settled(f); settled == test.stays {
			t.Errorf("%s, %v: settled: %v", test.category, test.outcome, settled)
		}
	}
}
