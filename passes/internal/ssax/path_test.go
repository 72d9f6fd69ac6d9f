package ssax_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// TestResolve asks what a value is on a path: by the branch taken, by the last round of a
// loop, by what was last stored in a variable that a closure captures, and where the path
// does not come by.
func TestResolve(t *testing.T) {
	const text = `package p

func one() int { return 1 }
func two() int { return 2 }

func use(v int, f func()) {}

func f(b bool, n int) {
	v := 0
	if b {
		v = one()
	} else {
		v = two()
	}
	use(v, nil)

	kept := one()
	set := func() { kept = 0 }
	if b {
		kept = two()
	}
	use(kept, set)
}
`
	args := calls(t, text, "f")
	if len(args) != 2 {
		t.Fatalf("%d calls", len(args))
	}
	chosen, kept := args[0][0], args[1][0]
	fn := chosen.(ssa.Instruction).Parent()
	block := func(comment string, nth int) *ssa.BasicBlock {
		for _, b := range fn.Blocks {
			if b.Comment == comment {
				if nth == 0 {
					return b
				}
				nth--
			}
		}
		t.Fatalf("no block %s", comment)
		return nil
	}
	entry, then, other, done := block("entry", 0), block("if.then", 0), block("if.else", 0), block("if.done", 0)
	then2, done2 := block("if.then", 1), block("if.done", 1)
	for _, test := range []struct {
		name string
		v    ssa.Value
		path []*ssa.BasicBlock
		want string // part of the value, "" if the path does not tell
	}{
		{"then", chosen, []*ssa.BasicBlock{entry, then, done}, "one()"},
		{"else", chosen, []*ssa.BasicBlock{entry, other, done}, "two()"},
		{"not come by", chosen, []*ssa.BasicBlock{entry, then}, ""},
		{"begins behind", chosen, []*ssa.BasicBlock{done}, ""},
		{"stored before", kept, []*ssa.BasicBlock{entry, then, done, done2}, "one()"},
		{"stored again", kept, []*ssa.BasicBlock{entry, then, done, then2, done2}, "two()"},
		{"stored nowhere", kept, []*ssa.BasicBlock{done2}, ""},
	} {
		got := ssax.Resolve(test.v, test.path)
		switch {
		case test.want == "" && got != nil:
			t.Errorf("%s: %v, want nothing", test.name, got)
		case test.want != "" && (got == nil || !strings.Contains(got.String(), test.want)):
			t.Errorf("%s: %v, want %s", test.name, got, test.want)
		}
	}
}
