package answered

import (
	"context"
	"net/http"
)

type Order struct{ ID string }

// Orders is where orders are kept; its implementation is another package's.
type Orders interface {
	Load(ctx context.Context, id string) (Order, error)
}

type server struct{ orders Orders }

func (s *server) render(w http.ResponseWriter, o Order) {
	w.Write([]byte(o.ID))
}
