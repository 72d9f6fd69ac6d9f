package anonymous

import (
	"context"
	"io"
)

// Orders is where orders are kept; its implementation is another package's.
type Orders interface {
	Export(ctx context.Context, w io.Writer) error
}

type server struct{ orders Orders }
