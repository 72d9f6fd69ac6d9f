package identity_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

const code = `package p

func save() { write() }

func load() { write() }
`

// TestMoved holds the key of a finding to survive lines that are added above it.
func TestMoved(t *testing.T) {
	before := key(t, code, 3, "error is dropped")
	after := key(t, strings.Replace(code, "\n", "\n\n// A comment.\n\n", 1), 6, "error is dropped")
	if before != after {
		t.Errorf("the key was %+v and became %+v", before, after)
	}
}

// TestOther holds findings apart that are in other functions or say something
// else.
func TestOther(t *testing.T) {
	one := key(t, code, 3, "error from f is dropped")
	for name, other := range map[string]identity.Key{
		"function": key(t, code, 5, "error from f is dropped"),
		"message":  key(t, code, 3, "error from g is dropped"),
		"index":    key(t, code, 3, "error from f[int] is dropped"),
	} {
		if one == other {
			t.Errorf("%s: both keys are %+v", name, one)
		}
	}
}

func key(t *testing.T, text string, line int, stable string) identity.Key {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "p", "p.go")
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	k := identity.Of(finding.Finding{
		Category: "dropped", Message: fmt.Sprintf("%s at line %d", stable, line), Stable: stable, Pos: finding.Position{File: name, Line: line, Column: 15},
	}, dir, new(source.Files))
	if k.File != "p/p.go" {
		t.Errorf("the file is %q", k.File)
	}
	return k
}
