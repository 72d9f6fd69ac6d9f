package known_test

import (
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestStdWorks holds the works of the standard library to its functions: each exists, and
// loses something when it fails. The tables of other libraries are held to them in realtest.
func TestStdWorks(t *testing.T) {
	funcs, err := std()
	if err != nil {
		t.Fatal(err)
	}
	keepers := make(map[known.Key]bool)
	known.Keepers(func(k known.Key, ask string) { keepers[k] = true })
	n := 0
	known.EachWork(func(k known.Key, w known.Work) {
		if !known.IsStd(k.Pkg) {
			return
		}
		n++
		if w == known.NoWork {
			t.Errorf("%s: no work", k)
		}
		if k.Name == "*" {
			prefix := strings.TrimSuffix(k.String(), "*")
			for name := range funcs {
				if strings.HasPrefix(name, prefix) {
					return
				}
			}
			t.Errorf("%s stands for no function", k)
			return
		}
		fn := funcs[k.String()]
		if fn == nil && keepers[k] {
			return // what it keeps is asked for by another method
		}
		if fn == nil {
			t.Errorf("%s: no such function that returns an error", k)
			return
		}
		switch c := known.ClassOf(fn); c {
		case known.NeverFails, known.Computed:
			t.Errorf("%s: %v, but its class is %v", k, w, c)
		}
		if known.WorkOf(fn) != w {
			t.Errorf("%s: found as %v, not %v", k, known.WorkOf(fn), w)
		}
	})
	if n == 0 {
		t.Error("no works of the standard library")
	}
}

// TestChanges holds what changes something to come after what only asks, since the greater
// of two works is what is said of a call.
func TestChanges(t *testing.T) {
	for w, want := range map[known.Work]bool{
		known.NoWork: false, known.Emits: false, known.Pulls: false, known.Reads: false, known.RunsProcess: false, known.Connects: false, known.Receives: false, known.Calls: false,
		known.Queries: false, known.Listens: false, known.Serves: false, known.Sends: true, known.Removes: true, known.Writes: true, known.Stores: true,
	} {
		if w.Changes() != want {
			t.Errorf("%v changes something: %v", w, !want)
		}
	}
}
