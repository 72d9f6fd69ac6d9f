package errflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/summary"
)

// maxCarriers bounds how many values may carry one error; beyond it the
// error is taken to escape.
const maxCarriers = 64

// A state is what one path knows of the error it follows. The flow at a
// block's entry is a set of states, joined by union: a path that logged and
// one that did not stay two states, so "no trace yet" survives a join. States
// are comparable, and each is followed through a block at most once, which
// with the finite number of states bounds the analysis.
type state struct {
	carriers uint64       // which carriers hold the error now, by index
	truths   uint64       // what is known of booleans, two bits each
	fate     summary.Fate // what has happened to it so far
	is       nilness      // what is known of its being nil
	branch   int32        // index of the block its error branch begins with, or -1
	test     int32        // index of the block whose condition last tested it, or -1
	status   int16        // status last answered in the error branch, 0 if none
	shown    bool         // a function whose body is known was handed it
}

// looked reports whether anything has looked at the error on the path.
func (s state) looked() bool { return s.is == nonNil || s.test >= 0 || s.shown }

// A carrierSet gives the values that may carry one error their indices.
type carrierSet struct {
	index map[ssa.Value]int
	full  bool // more than maxCarriers were wanted
}

// bit returns the bit of v and whether v has one.
func (c *carrierSet) bit(v ssa.Value) (uint64, bool) {
	i, ok := c.index[v]
	if !ok {
		return 0, false
	}
	return 1 << i, true
}

// need returns the bit of v, giving it one if it has none. When there is no
// bit left it returns 0 and marks the set as full.
func (c *carrierSet) need(v ssa.Value) uint64 {
	if bit, ok := c.bit(v); ok {
		return bit
	}
	if len(c.index) == maxCarriers {
		c.full = true
		return 0
	}
	i := len(c.index)
	c.index[v] = i
	return 1 << i
}

// carries reports whether v holds the error in s.
func (c *carrierSet) carries(s state, v ssa.Value) bool {
	bit, ok := c.bit(v)
	return ok && s.carriers&bit != 0
}

// set returns s with v holding the error, or not.
func (c *carrierSet) set(s state, v ssa.Value, on bool) state {
	if on {
		s.carriers |= c.need(v)
	} else if bit, ok := c.bit(v); ok {
		s.carriers &^= bit
	}
	return s
}

// truth is what a path knows of a boolean.
type truth uint8

const (
	unknown truth = iota
	isTrue
	isFalse
)

// not returns the truth of the negation.
func (t truth) not() truth {
	switch t {
	case isTrue:
		return isFalse
	case isFalse:
		return isTrue
	}
	return unknown
}

func truthOf(b bool) truth {
	if b {
		return isTrue
	}
	return isFalse
}

// truthAt returns what s knows of the boolean numbered i.
func (s state) truthAt(i int) truth {
	return truth(s.truths >> (2 * i) & 3)
}

// withTruth returns s knowing t of the boolean numbered i.
func (s state) withTruth(i int, t truth) state {
	s.truths = s.truths&^(3<<(2*i)) | uint64(t)<<(2*i)
	return s
}

// nilness is what a path knows about whether the error is nil. A path on
// which it is nil is not followed at all.
type nilness uint8

const (
	maybeNil nilness = iota // nothing on the path has tested it
	nonNil                  // a test on the path said so
)
