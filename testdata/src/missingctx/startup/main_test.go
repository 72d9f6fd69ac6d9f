package main

import (
	"testing"
)

// TestRun calls what main calls: that a test does so too makes it no handler.
func TestRun(t *testing.T) {
	if err := run(t.Context(), config{addr: "127.0.0.1:0", dir: t.TempDir()}); err != nil {
		t.Log(err)
	}
}
