package main

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// TestFromCopy holds what is internal and what is vendored to come from the copy,
// and nothing else to change.
func TestFromCopy(t *testing.T) {
	const text = `// Package http mentions "internal/poll" in a comment.
package http

import (
	"io"
	http2 "net/http/internal"
	"internal/godebug" // debugging

	"golang.org/x/net/idna"
)

const name = "internal/godebug"
`
	const want = `// Package http mentions "internal/poll" in a comment.
package http

import (
	"io"
	http2 "example.com/std/net/http/internal"
	"example.com/std/internal/godebug" // debugging

	"example.com/std/vendored/golang.org/x/net/idna"
)

const name = "internal/godebug"
`
	got, err := fromCopy("http.go", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestWriteStd holds packages of the copy to compile, with what they import of it
// that is internal or vendored.
func TestWriteStd(t *testing.T) {
	if testing.Short() {
		t.Skip("copies the standard library")
	}
	dir := filepath.Join(t.TempDir(), "std")
	if err := writeStd(dir); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "./archive/tar", "./net/http/httputil", "./text/template")
	cmd.Dir, cmd.Env = dir, environment(dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
