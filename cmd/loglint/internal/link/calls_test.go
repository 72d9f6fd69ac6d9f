package link_test

import (
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

// TestCalls holds a finding to what all packages do with the error of its callee: of several
// places that handle it, that of the package which comes first is named.
func TestCalls(t *testing.T) {
	calls := func(all, handled int, file string) defect.Package {
		return defect.Package{Calls: []defect.Calls{{Of: "m.Get", All: all, Handled: handled, At: defect.Place{In: "Show", File: file, Line: 1}}}}
	}
	packages := map[string]defect.Package{"m/ui": calls(1, 1, "ui.go"), "m/api": calls(1, 1, "api.go"), "m/job": calls(1, 0, "")}
	program := link.New(nil, packages)
	f := selection.Finding{Linked: defect.Linked{Callee: "m.Get"}}
	program.Complete("m/api", &f)
	if len(f.Evidence) != 1 || f.Evidence[0] != defect.EvTwin || f.Says.Twin.File != "api.go" {
		t.Errorf("got %v, %v", f.Evidence, f.Says.Twin)
	}
	if f.Says.Twin.Pkg != "" {
		t.Errorf("a place of the package itself is named with it: %v", f.Says.Twin)
	}
	far := selection.Finding{Linked: defect.Linked{Callee: "m.Get"}}
	program.Complete("m/job", &far)
	if far.Says.Twin.Pkg != "m/api" || far.Says.Twin.File != "api.go" {
		t.Errorf("from another package: %v", far.Says.Twin)
	}
	near := selection.Finding{Linked: defect.Linked{Callee: "m.Get"}}
	near.Says.Twin = defect.Place{In: "Near", File: "job.go", Line: 2}
	program.Complete("m/job", &near)
	if near.Says.Twin.File != "job.go" || near.Says.Twin.Pkg != "" {
		t.Errorf("where the package handles it as well: %v", near.Says.Twin)
	}
	other := selection.Finding{Linked: defect.Linked{Callee: "m.Put"}}
	program.Complete("m/api", &other)
	if len(other.Evidence) > 0 || other.Says.Twin != (defect.Place{}) {
		t.Errorf("of another function: %v, %v", other.Evidence, other.Says.Twin)
	}
}
