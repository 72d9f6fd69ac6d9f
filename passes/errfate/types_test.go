package errfate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/defect"
)

const stores = `package stores

import (
	"errors"
	"log"
	"os"
)

type Store interface{ Save(name string) error }

type disk struct{}

func (disk) Save(name string) error { return os.WriteFile(name, nil, 0o600) }

type logged struct{}

func (logged) Save(name string) error {
	err := os.WriteFile(name, nil, 0o600)
	if err != nil {
		log.Print(err)
	}
	return err
}

type memory struct{ names map[string]bool }

func (m memory) Save(name string) error {
	if m.names[name] {
		return errors.New("saved before")
	}
	return nil
}

type nothing struct{}

func (nothing) Save(string) error { return nil }

type before struct{ next Store }

func (b before) Save(name string) error { return b.next.Save(name) }

type silent struct{}

func (silent) Count() int { return 0 }
`

// TestTypes holds what is said of the methods of types: whether they have logged
// what they return, and whether it comes from the world outside.
func TestTypes(t *testing.T) {
	r := newWorld().run(t, "stores", []source{{"stores.go", stores}})
	const signature = "func(string) error"
	save := func(o defect.Outcome, outside bool, through ...string) []defect.Method {
		return []defect.Method{{Name: "Save", Signature: signature, Outcome: o, Outside: outside, Through: through}}
	}
	want := []defect.Type{
		{Name: "stores.Store", Interface: true, Methods: save(defect.Open, false)},
		{Name: "stores.before", Methods: save(defect.Depends, true, "stores.Store.Save")}, // which disk implements
		{Name: "stores.disk", Methods: save(defect.Open, true)},
		{Name: "stores.logged", Methods: save(defect.AllLogged, false)},
		{Name: "stores.memory", Methods: save(defect.NoneLost, false)},
		{Name: "stores.nothing", Methods: save(defect.NoneLost, false)},
	}
	if diff := cmp.Diff(want, r.result.Types); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
