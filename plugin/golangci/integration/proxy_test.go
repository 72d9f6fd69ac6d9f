package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	gomodule "golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// publish serves loglint as it stands here, as the version @latest, and
// returns the environment in which the go command finds it. Everything else
// comes from the machine's module cache, or from its proxy. What the checksum
// database would be asked, loglint's own go.sum has been held to.
func publish(t *testing.T) []string {
	t.Helper()
	const version = "v0.1.0"
	proxy := t.TempDir()
	dir := filepath.Join(proxy, "github.com", "loglint", "loglint", "@v")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "list"), version+"\n")
	write(t, filepath.Join(dir, version+".info"), `{"Version": "`+version+`"}`)
	write(t, filepath.Join(dir, version+".mod"), read(t, filepath.Join(root, "go.mod")))
	f, err := os.Create(filepath.Join(dir, version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	if err := zip.CreateFromDir(f, gomodule.Version{Path: "github.com/loglint/loglint", Version: version}, root); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	env := func(name string) string {
		return strings.TrimSpace(string(output(t, place{dir: root}, 0, "go", "env", name)))
	}
	return []string{
		"GOPROXY=file://" + proxy + ",file://" + filepath.Join(env("GOMODCACHE"), "cache", "download") + "," + env("GOPROXY"),
		"GOSUMDB=off",
		"GOFLAGS=-modcacherw", // or the directory of the test cannot be removed
	}
}
