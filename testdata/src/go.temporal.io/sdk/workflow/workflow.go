// Package workflow stands in for go.temporal.io/sdk/workflow v1.50.0: the
// declarations that the corpora use.
package workflow

import (
	"go.temporal.io/sdk/internal"
	"go.temporal.io/sdk/log"
)

type (
	Context = internal.Context
	Future  = internal.Future
)

func ExecuteActivity(ctx Context, activity any, args ...any) Future { return nil }

func GetLogger(ctx Context) log.Logger { return nil }
