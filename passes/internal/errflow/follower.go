// Package errflow follows one error through one function, forward along all paths on
// which it may be non-nil, and says for each path where it ends and what has become of the
// error there. What callees do it asks of summaries; what it found is a [Flow], which
// remembers the way to each end and which instruction gave the error which fate.
package errflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/captured"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A Follower follows errors through functions. What it has learned of captured
// variables holds for as long as the summaries do that it is given: it is made anew
// when they change.
type Follower struct {
	known  *summary.Book
	lines  *logline.Reader
	around Surroundings
	cells  *captured.Cells
}

// Surroundings are what a flow asks of the package around it.
type Surroundings interface {
	// Unread reports whether nothing receives from a channel.
	Unread(ch ssa.Value) bool
	// LosesHere reports whether a callee that is handed an error as parameter i, with the
	// given fate, is a helper of this module that loses it. to is its parameter, if the
	// helper is of this package.
	LosesHere(common *ssa.CallCommon, i int, fate summary.Fate) (to Delegate, loses bool)
}

// NewFollower returns one that knows what the summaries say.
func NewFollower(known *summary.Book, lines *logline.Reader, around Surroundings) *Follower {
	return &Follower{known: known, lines: lines, around: around, cells: captured.New(known)}
}

// A Delegate is a parameter of a helper that is handed an error.
type Delegate struct {
	Fn    *ssa.Function
	Param int
}

// A Delegation is one call that hands an error to such a helper.
type Delegation struct {
	To     Delegate
	Call   ssa.CallInstruction
	Status int // that the call tells the helper to answer with; 0 if none
}
