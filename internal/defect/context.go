package defect

import (
	"go/types"
)

// A Context is a context of the request that is in reach: a variable, and
// what gets it from there, ".Context()" of a request and "" of a context.
type Context struct {
	Var *types.Var
	Get string
}

// String returns how the context is written there: ctx, r.Context().
func (c Context) String() string {
	if c.Var == nil {
		return ""
	}
	return c.Var.Name() + c.Get
}
