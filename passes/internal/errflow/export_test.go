package errflow

import "golang.org/x/tools/go/ssa"

// What the external tests need of the insides.

const (
	MaxCarriers = maxCarriers
	MaxBools    = maxBools
)

type (
	State      = state
	CarrierSet = carrierSet
	Truth      = truth
)

const (
	Unknown = unknown
	IsTrue  = isTrue
	IsFalse = isFalse
)

func (t truth) Not() Truth { return t.not() }

func (s state) TruthAt(i int) Truth            { return s.truthAt(i) }
func (s state) WithTruth(i int, t Truth) State { return s.withTruth(i, t) }
func (s state) Carriers() uint64               { return s.carriers }

func NewCarrierSet() *CarrierSet { return &carrierSet{index: make(map[ssa.Value]int)} }

func (c *carrierSet) Full() bool                              { return c.full }
func (c *carrierSet) Carries(s State, v ssa.Value) bool       { return c.carries(s, v) }
func (c *carrierSet) Set(s State, v ssa.Value, on bool) State { return c.set(s, v, on) }
func (c *carrierSet) Need(v ssa.Value) uint64                 { return c.need(v) }
