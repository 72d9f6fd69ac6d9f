// Package answered holds handlers that turn an error into a reply. A handler
// is bad when the client learns of the failure and the operator does not.
package answered

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
)

var (
	errNoOrder   = errors.New("no such order")
	errNoSession = errors.New("no such session")
)

type Order struct {
	ID    string
	Total int64
}

type Session struct {
	User string
}

type Store interface {
	Load(ctx context.Context, id string) (Order, error)
	Save(ctx context.Context, o Order) error
	List(ctx context.Context, customer string) ([]Order, error)
	Session(ctx context.Context, token string) (Session, error)
}

type Server struct {
	store  Store
	db     *sql.DB
	client *http.Client
	logger *slog.Logger
	root   string
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}
