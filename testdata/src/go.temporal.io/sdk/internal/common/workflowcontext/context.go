// Package workflowcontext stands in for that package of go.temporal.io/sdk
// v1.50.0, whose Context workflow.Context is.
package workflowcontext

type Context interface {
	Err() error
	Value(key any) any
}
