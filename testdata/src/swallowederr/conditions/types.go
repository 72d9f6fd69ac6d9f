package conditions

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net"
)

// ErrThrottled says that the store asks for a pause.
var ErrThrottled = errors.New("throttled")

// QuotaError says which quota is used up.
type QuotaError struct{ Tenant string }

func (e *QuotaError) Error() string { return "quota of " + e.Tenant + " used up" }

// Item is one stored record.
type Item struct {
	ID    string
	Owner string
}

// Tokens looks up session tokens.
type Tokens interface {
	Lookup(ctx context.Context, raw string) (user string, ok bool, err error)
}

// Store is the remote record store.
type Store interface {
	Load(ctx context.Context, id string) (Item, error)
	Save(ctx context.Context, it Item) error
}

// Service answers for the records.
type Service struct {
	store   Store
	tokens  Tokens
	db      *sql.DB
	verbose bool
	pending []Item
}

// throttled compares with a sentinel: it says what the error is.
func throttled(err error) bool { return errors.Is(err, ErrThrottled) }

// transient looks for a type: it says what the error is.
func transient(err error) bool {
	var nerr net.Error
	return errors.As(err, &nerr) && nerr.Timeout()
}

// gone compares with two sentinels: it says what the error is.
func gone(err error) bool { return err == sql.ErrNoRows || errors.Is(err, fs.ErrNotExist) }

// worked only says whether there is an error, not which.
func worked(err error) bool { return err == nil }

// failed only says whether there is an error, not which.
func failed(err error) bool { return err != nil }

func denied(user string) error { return fmt.Errorf("%s: denied", user) }
