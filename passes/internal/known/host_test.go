package known_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

func TestRepositoryRoot(t *testing.T) {
	for path, want := range map[string]string{
		"github.com/shop/orders":             "github.com/shop/orders",
		"github.com/shop/orders/v2/internal": "github.com/shop/orders",
		"github.com/shop":                    "github.com/shop",
		"golang.org/x/tools/go/ssa":          "golang.org/x/tools",
		"k8s.io/client-go/rest":              "k8s.io/client-go",
		"go.corp.example/shop/orders/store":  "go.corp.example/shop",
		"services/orders/store":              "services/orders",
		"orders":                             "orders",
		"":                                   "",
	} {
		if got := known.RepositoryRoot(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}
