package errflow

import (
	"golang.org/x/tools/go/ssa"
)

// Path returns the blocks of the path to an end, first to last.
func (t *Flow) Path(e End) []*ssa.BasicBlock {
	var blocks []*ssa.BasicBlock
	for n := e.node; n >= 0; n = t.nodes[n].parent {
		blocks = append(blocks, t.nodes[n].block)
	}
	for i, j := 0, len(blocks)-1; i < j; i, j = i+1, j-1 {
		blocks[i], blocks[j] = blocks[j], blocks[i]
	}
	return blocks
}
