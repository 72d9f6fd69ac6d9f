package phrase_test

import (
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/fix/phrase"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
)

const text = `package p

import (
	"context"
	"os"
)

type User struct{}

type userStore struct{}

func (userStore) GetContext(ctx context.Context, id string) (*User, error) { return nil, nil }
func (userStore) Close() error                                             { return nil }
func (userStore) trySaveLocked(u *User) error                              { return nil }
func (userStore) isReady() (bool, error)                                   { return false, nil }

type orders struct{ all []string }

func (*orders) RegistryCreate() error { return nil }
func (*orders) count() (int, error)   { return 0, nil }

func frobnicate() error { return nil }

func use(ctx context.Context, s userStore, o *orders, name string) {
	os.ReadFile(name)
	s.GetContext(ctx, name)
	s.Close()
	s.trySaveLocked(nil)
	s.isReady()
	o.RegistryCreate()
	o.count()
	frobnicate()
}
`

// TestOf says what calls do.
func TestOf(t *testing.T) {
	p := sourcetest.New(t, text)
	for call, want := range map[string]string{
		"os.ReadFile(name)":       "read file",
		"s.GetContext(ctx, name)": "get User",
		"s.Close()":               "close user",
		"s.trySaveLocked(nil)":    "save user",
		"s.isReady()":             "check whether user is ready",
		"o.RegistryCreate()":      "create registry",
		"o.count()":               "get count",
		"frobnicate()":            "call frobnicate",
	} {
		if got := strings.Join(phrase.Of(p.Package, p.Call(call)), " "); !strings.EqualFold(got, want) {
			t.Errorf("%s: %q, want %q", call, got, want)
		}
	}
}

// TestOfFunction says what a function does by its name.
func TestOfFunction(t *testing.T) {
	for name, want := range map[string]string{"saveAll": "save all", "handler": "run handler"} {
		if got := strings.Join(phrase.OfFunction(name), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestSplit takes names apart.
func TestSplit(t *testing.T) {
	for name, want := range map[string]string{"parsePEMToJWK": "parse PEM to JWK", "userIDs": "user ids", "read_file": "read file", "X": "x"} {
		if got := strings.Join(phrase.Split(name), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestGerund makes gerunds.
func TestGerund(t *testing.T) {
	for verb, want := range map[string]string{"read": "reading", "write": "writing", "stop": "stopping", "commit": "committing", "free": "freeing", "throw": "throwing"} {
		if got := phrase.Gerund(verb); got != want {
			t.Errorf("%s: %q, want %q", verb, got, want)
		}
	}
}
