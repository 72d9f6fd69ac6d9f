package link_test

import (
	"slices"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

// TestRoles holds a function to be for what leads to it through other packages, directly and by
// way of an interface; and to be called by nobody only where there is a program that serves.
func TestRoles(t *testing.T) {
	method := defect.Method{Name: "Get", Signature: "func() error"}
	types := []defect.Type{
		{Name: "m/api.Store", Interface: true, Methods: []defect.Method{method}},
		{Name: "m/sql.Store", Methods: []defect.Method{method}},
	}
	packages := func(serves bool) map[string]defect.Package {
		return map[string]defect.Package{
			"m": {Main: true, Serves: serves, Imports: []string{"m/api", "m/sql"}},
			"m/api": {Reach: defect.Reach{
				Roles: []defect.Called{{Name: "m/api.Store.Get", Role: defect.Request}, {Name: "m/job.Run", Role: defect.Worker}, {Name: "m/sql.Hook", Role: defect.AsValue}},
			}},
			"m/sql": {Reach: defect.Reach{Leads: []defect.Lead{{From: "m/sql.Store.Get", To: []string{"m/db.Query"}}}}},
		}
	}
	for _, test := range []struct {
		name   string
		under  []string
		serves bool
		want   []defect.Evidence
	}{
		{"a role of its own", nil, true, nil},
		{"called directly", []string{"m/job.Run"}, true, []defect.Evidence{defect.EvWorker}},
		{"by way of an interface", []string{"m/sql.Store.Get"}, true, []defect.Evidence{defect.EvHandler}},
		{"by way of another package", []string{"m/db.Query"}, true, []defect.Evidence{defect.EvHandler}},
		{"by several", []string{"m/job.Run", "m/db.Query"}, true, []defect.Evidence{defect.EvHandler}},
		{"handed on as a value", []string{"m/sql.Hook"}, true, nil},
		{"called by nobody", []string{"m/sql.Open"}, true, []defect.Evidence{defect.EvUncalled}},
		{"called by nobody who is looked at", []string{"m/sql.Open"}, false, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := selection.Finding{Linked: defect.Linked{Under: test.under}}
			link.New(types, packages(test.serves)).Complete("m/sql", &f)
			if !slices.Equal(f.Evidence, test.want) {
				t.Errorf("got %v, want %v", f.Evidence, test.want)
			}
		})
	}
}
