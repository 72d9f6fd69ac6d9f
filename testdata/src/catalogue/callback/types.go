package callback

import "context"

// Orders is where orders are kept; its implementation is another package's.
type Orders interface {
	Expire(ctx context.Context, id string) error
}

type server struct{ orders Orders }
