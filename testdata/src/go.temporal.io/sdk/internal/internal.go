// Package internal stands in for that package of go.temporal.io/sdk v1.50.0,
// of which those that are imported have aliases.
package internal

import "go.temporal.io/sdk/internal/common/workflowcontext"

type Context = workflowcontext.Context

type Future interface {
	Get(ctx Context, valuePtr any) error
	IsReady() bool
}
