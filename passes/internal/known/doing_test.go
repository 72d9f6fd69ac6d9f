package known_test

import (
	"go/importer"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestDoing holds the words for functions of the standard library to the
// functions that it has.
func TestDoing(t *testing.T) {
	imp := importer.ForCompiler(token.NewFileSet(), "source", nil)
	n := 0
	known.AllDoing(func(k known.Key, words string) {
		n++
		if !known.IsStd(k.Pkg) || words == "" || strings.ToLower(words[:1]) != words[:1] {
			t.Errorf("%v: want words of the standard library that begin with a verb, got %q", k, words)
			return
		}
		pkg, err := imp.Import(k.Pkg)
		if err != nil {
			t.Fatal(err)
		}
		if k.Recv == "" {
			if _, ok := pkg.Scope().Lookup(k.Name).(*types.Func); !ok {
				t.Errorf("no function %v", k)
			}
			return
		}
		recv, ok := pkg.Scope().Lookup(k.Recv).(*types.TypeName)
		if !ok {
			t.Errorf("no type %v", k)
			return
		}
		if obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(recv.Type()), true, pkg, k.Name); obj == nil {
			if obj, _, _ = types.LookupFieldOrMethod(recv.Type(), true, pkg, k.Name); obj == nil {
				t.Errorf("no method %v", k)
			}
		}
	})
	if n == 0 {
		t.Error("no words")
	}
}
