package judge

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/logline"
)

// quotes reports whether something is made of the text that the failed call has
// given beside the error: what a command has written before it failed says why.
func (j *situation) quotes(args []ssa.Value) bool {
	for _, arg := range args {
		for part := range logline.Parts(arg) {
			if j.t.QuotesSibling(part) {
				return true
			}
		}
	}
	return false
}
