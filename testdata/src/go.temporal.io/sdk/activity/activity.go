// Package activity stands in for go.temporal.io/sdk/activity v1.50.0: the
// declarations that the corpora use.
package activity

import (
	"context"

	"go.temporal.io/sdk/log"
)

func GetLogger(ctx context.Context) log.Logger { return nil }

func RecordHeartbeat(ctx context.Context, details ...any) {}
