package realtest

import (
	"testing"

	cockroach "github.com/cockroachdb/errors"
	pkgerrors "github.com/pkg/errors"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestNilForNil calls what is said to make nil of nil, and finds each in the table.
func TestNilForNil(t *testing.T) {
	results := map[string]map[string]error{
		"github.com/pkg/errors": {
			"WithMessage": pkgerrors.WithMessage(nil, "m"), "WithMessagef": pkgerrors.WithMessagef(nil, "%d", 1),
			"WithStack": pkgerrors.WithStack(nil), "Wrap": pkgerrors.Wrap(nil, "m"), "Wrapf": pkgerrors.Wrapf(nil, "%d", 1),
		},
		"github.com/cockroachdb/errors": {
			"WithMessage": cockroach.WithMessage(nil, "m"), "WithMessagef": cockroach.WithMessagef(nil, "%d", 1),
			"WithStack": cockroach.WithStack(nil), "Wrap": cockroach.Wrap(nil, "m"), "Wrapf": cockroach.Wrapf(nil, "%d", 1),
		},
	}
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for path, functions := range results {
		for name, result := range functions {
			if result != nil {
				t.Errorf("%s.%s makes %v of nil", path, name, result)
			}
			if fn := find(pkgs[path], "", name); fn == nil || !known.NilForNil(fn) {
				t.Errorf("%s.%s: the table does not say so", path, name)
			}
		}
		if fn := find(pkgs[path], "", "New"); fn == nil || known.NilForNil(fn) {
			t.Errorf("%s.New makes an error in any case", path)
		}
	}
}
