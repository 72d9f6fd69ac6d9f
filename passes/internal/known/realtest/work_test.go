package realtest

import (
	"go/types"
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestWorks holds the works of libraries to the functions that they name.
func TestWorks(t *testing.T) {
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	known.EachWork(func(k known.Key, w known.Work) {
		if known.IsStd(k.Pkg) {
			return
		}
		pkg := pkgs[k.Pkg]
		if pkg == nil {
			t.Errorf("%s: no package %s", k, k.Pkg)
			return
		}
		fn := find(pkg, k.Recv, k.Name)
		switch {
		case fn == nil:
			t.Errorf("%s: no such function", k)
		case !returnsError(fn) && !keepsError(fn) && !isKeeper(fn) && w != known.Serves: // which may give what ends a wait
			t.Errorf("%s: %v, but returns no error", k, w)
		case known.KeyOf(fn) != k && known.WorkOf(fn) != w:
			t.Errorf("%s is promoted from %s, which is %v", k, known.KeyOf(fn), known.WorkOf(fn))
		}
	})
}

// keepsError reports whether what a function returns keeps the error.
func keepsError(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() != 1 {
		return false
	}
	_, keeps := known.ResultKeeper(results.At(0).Type())
	return keeps
}

// isKeeper reports whether what a function is called on keeps the error.
func isKeeper(fn *types.Func) bool {
	_, keeps := known.KeeperOf(fn)
	return keeps
}
