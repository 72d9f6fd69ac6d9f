package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The two programs that are compared, built once: golangci-lint with loglint
// in it, and loglint itself.
var golangciLint, loglint string

// root is the directory of loglint's own module.
var root string

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	dir, err := os.MkdirTemp("", "loglint-integration-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	if root, err = filepath.Abs(filepath.Join("..", "..", "..")); err != nil {
		return 0, err
	}
	golangciLint = filepath.Join(dir, "golangci-lint")
	loglint = filepath.Join(dir, "loglint")
	for _, b := range []struct{ program, pkg string }{
		{golangciLint, "."},
		{loglint, "github.com/loglint/loglint/cmd/loglint"},
	} {
		if out, err := exec.Command("go", "build", "-o", b.program, b.pkg).CombinedOutput(); err != nil {
			return 0, fmt.Errorf("go build %s: %w\n%s", b.pkg, err, out)
		}
	}
	// What these tests say does not depend on the machine's settings, nor on
	// what golangci-lint found on it before.
	for name, value := range map[string]string{
		"GOFLAGS":             "",
		"GOPACKAGESDRIVER":    "",
		"GOWORK":              "off",
		"GOLANGCI_LINT_CACHE": filepath.Join(dir, "cache"),
	} {
		if err := os.Setenv(name, value); err != nil {
			return 0, err
		}
	}
	return m.Run(), nil
}
