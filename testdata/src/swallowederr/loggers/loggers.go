// Package loggers holds lines written with the smaller loggers.
package loggers

import "context"

type Parcel struct{ ID string }

type Depot interface {
	Send(ctx context.Context, p Parcel) error
}
