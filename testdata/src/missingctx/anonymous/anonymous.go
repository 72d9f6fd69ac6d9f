// Package anonymous holds lines of a logger that takes no context. One is bad
// when it stands in a handler, tells of a failure, and says nothing of the
// request.
package anonymous

import (
	"context"
	"log"
	"net/http"
)

type User struct {
	ID   string
	Name string
}

type Store interface {
	User(ctx context.Context, token string) (User, error)
	Load(ctx context.Context, id string) ([]byte, error)
	Save(ctx context.Context, id string, body []byte) error
}

type Server struct {
	store  Store
	dir    string
	errlog *log.Logger
}

type requestIDKey struct{}

func withRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), requestIDKey{}, r.Header.Get("X-Request-Id"))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}
