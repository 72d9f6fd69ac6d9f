// Package reporters holds errors that are sent to a service for them.
package reporters

import "context"

type Parcel struct{ ID string }

type Depot interface {
	Send(ctx context.Context, p Parcel) error
}

// nobody (bad): neither is anybody told, nor is a line written.
func nobody(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		return
	}
	println("sent")
}
