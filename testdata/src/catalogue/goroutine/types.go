package goroutine

import "context"

// Orders is where orders are kept; its implementation is another package's.
type Orders interface {
	Watch(ctx context.Context) error
}

type server struct{ orders Orders }
