// Package hidden holds errors that are only asked whether they are nil: the
// success is used, and the failure has no branch of its own.
package hidden

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
)

// ErrNoProfile says that a user has never saved a profile.
var ErrNoProfile = errors.New("no profile")

// Profile is how a user wants to see the pages.
type Profile struct {
	User  string
	Theme string
}

// Store keeps the profiles.
type Store interface {
	Load(ctx context.Context, user string) (Profile, error)
	Save(ctx context.Context, p Profile) error
}

// Cache holds profiles that were loaded lately.
type Cache interface {
	Get(ctx context.Context, user string) (Profile, error)
}

// Service answers for the profiles.
type Service struct {
	store  Store
	cache  Cache
	db     *sql.DB
	client *http.Client
	rates  []byte
	saved  int
}
