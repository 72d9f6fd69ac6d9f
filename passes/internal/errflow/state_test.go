package errflow_test

import (
	"go/constant"
	"go/types"
	"math/bits"
	"math/rand/v2"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/errflow"
)

// TestTruth tests that what is known of one boolean is kept apart from what
// is known of all the others.
func TestTruth(t *testing.T) {
	truths := []errflow.Truth{errflow.Unknown, errflow.IsTrue, errflow.IsFalse}
	for i := range errflow.MaxBools {
		for _, v := range truths {
			for _, w := range truths {
				s := errflow.State{}.WithTruth(i, w).WithTruth(i, v)
				if got := s.TruthAt(i); got != v {
					t.Errorf("boolean %d: %d written over %d reads %d", i, v, w, got)
				}
				for j := range errflow.MaxBools {
					if j != i && s.TruthAt(j) != errflow.Unknown {
						t.Errorf("boolean %d is known once %d is", j, i)
					}
				}
			}
		}
	}
	// All of them at once, written in a shuffled order.
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		var want [errflow.MaxBools]errflow.Truth
		var s errflow.State
		for _, i := range r.Perm(errflow.MaxBools) {
			want[i] = truths[r.IntN(len(truths))]
			s = s.WithTruth(i, want[i])
		}
		for i, w := range want {
			if got := s.TruthAt(i); got != w {
				t.Fatalf("boolean %d reads %d, want %d", i, got, w)
			}
		}
	}
	for _, v := range truths {
		if v.Not().Not() != v {
			t.Errorf("%d is not its negation's negation", v)
		}
	}
	if errflow.IsTrue.Not() != errflow.IsFalse || errflow.Unknown.Not() != errflow.Unknown {
		t.Error("the negation is wrong")
	}
}

// TestCarriers fills a set of carriers, and then asks for one too many: the
// set is marked as full, no bit is given out twice, and those given before
// still hold.
func TestCarriers(t *testing.T) {
	set := errflow.NewCarrierSet()
	var values []ssa.Value
	var s errflow.State
	seen := uint64(0)
	for i := range errflow.MaxCarriers {
		v := ssa.NewConst(constant.MakeInt64(int64(i)), types.Typ[types.Int])
		if set.Carries(s, v) {
			t.Fatalf("value %d carries the error before it is set", i)
		}
		// To take the error from a value that never had it costs no bit.
		if set.Set(s, v, false) != s {
			t.Fatalf("taking the error from value %d changed the state", i)
		}
		bit := set.Need(v)
		if bits.OnesCount64(bit) != 1 || seen&bit != 0 {
			t.Fatalf("value %d has the bit %x, of which %x are taken", i, bit, seen)
		}
		if set.Need(v) != bit {
			t.Fatalf("value %d has two bits", i)
		}
		seen |= bit
		values = append(values, v)
		s = set.Set(s, v, true)
	}
	if set.Full() {
		t.Fatalf("full with %d carriers", errflow.MaxCarriers)
	}
	if s.Carriers() != seen || seen != ^uint64(0) {
		t.Errorf("%d carriers set the bits %x", errflow.MaxCarriers, s.Carriers())
	}

	extra := ssa.NewConst(constant.MakeInt64(-1), types.Typ[types.Int])
	if got := set.Set(s, extra, false); got != s || set.Full() {
		t.Error("taking the error from an unknown value filled the set")
	}
	if got := set.Set(s, extra, true); got != s {
		t.Error("one carrier too many changed the state")
	}
	if !set.Full() || set.Carries(s, extra) || set.Need(extra) != 0 {
		t.Error("one carrier too many does not mark the set as full")
	}

	// Clearing one clears no other.
	for i, v := range values {
		cleared := set.Set(s, v, false)
		for j, w := range values {
			if set.Carries(cleared, w) != (i != j) {
				t.Fatalf("with value %d cleared, value %d carries the error: %v", i, j, i == j)
			}
		}
	}
}
