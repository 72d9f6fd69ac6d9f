package known_test

import (
	"go/token"
	"go/types"
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestDeclarations holds what is declared to be known, until something else is.
func TestDeclarations(t *testing.T) {
	fn := func(path, name string) *types.Func {
		return types.NewFunc(token.NoPos, types.NewPackage(path, "p"), name, types.NewSignatureType(nil, nil, nil, nil, nil, false))
	}
	logs, responds := known.NewDeclarations(known.Logs), known.NewDeclarations(known.Answers)
	for d, text := range map[*known.Declarations]string{logs: "example.com/tel.Complain, gopkg.in/tel.v2.Complain", responds: "example.com/tel.(*Client).Fail"} {
		if err := d.Set(text); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := d.Set(""); err != nil {
				t.Error(err)
			}
		})
	}
	for _, path := range []string{"example.com/tel", "gopkg.in/tel.v2"} {
		if e, ok := known.EffectOf(fn(path, "Complain")); !ok || e.Role != known.Logs {
			t.Errorf("%s.Complain: %v, %v", path, e, ok)
		}
	}
	if _, ok := known.EffectOf(fn("example.com/other", "Complain")); ok {
		t.Error("a function of the same name in another package is known")
	}
	if err := logs.Set("example.com/tel.Other"); err != nil {
		t.Fatal(err)
	}
	if _, ok := known.EffectOf(fn("example.com/tel", "Complain")); ok {
		t.Error("what is declared no more is still known")
	}
	for _, wrong := range []string{"Complain", "example.com/tel", "example.com/tel.", "a.b.c.d", "with space.F", "/"} {
		if err := logs.Set(wrong); err == nil {
			t.Errorf("%q is taken for a function", wrong)
		}
	}
}
