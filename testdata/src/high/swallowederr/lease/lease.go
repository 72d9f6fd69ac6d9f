package lease

import "context"

// Leases hands out leases, with a function that gives each back.
type Leases interface {
	Lease(ctx context.Context) (done func(context.Context) error, err error)
	Put(ctx context.Context, name string) error
}

// Import is good: a lease that is not given back runs out.
func Import(ctx context.Context, l Leases, name string) error {
	done, err := l.Lease(ctx)
	if err != nil {
		return err
	}
	defer done(ctx)
	return l.Put(ctx, name)
}

// ImportLater is bad: what is put is lost.
func ImportLater(ctx context.Context, l Leases, name string) error {
	done, err := l.Lease(ctx)
	if err != nil {
		return err
	}
	defer done(ctx)
	l.Put(ctx, name) // want `error from Leases\.Put is discarded: nothing looks at it; Import handles it at lease.go:\d+ \(discarded\)`
	return nil
}
