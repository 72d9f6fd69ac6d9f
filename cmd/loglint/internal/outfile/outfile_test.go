package outfile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/outfile"
)

func put(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// TestWrite holds a file to be new, or to be replaced whole with the mode that it had, with
// nothing left beside it.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "out.json")
	if err := outfile.Write(name, put("first")); err != nil {
		t.Fatal(err)
	}
	beside := filepath.Join(dir, "usual")
	if err := os.WriteFile(beside, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if got, want := mode(t, name), mode(t, beside); got != want {
		t.Errorf("a new file has the mode %v, and others %v", got, want)
	}
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := outfile.Write(name, put("second")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, name); got != "second" {
		t.Errorf("it holds %q", got)
	}
	if runtime.GOOS != "windows" && mode(t, name) != 0o640 {
		t.Errorf("it has the mode %v now", mode(t, name))
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 {
		t.Errorf("%v is in the directory", entries)
	}
}

// TestFailure holds a file to be as it was if not all of its text can be had.
func TestFailure(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out.json")
	if err := os.WriteFile(name, []byte("before"), 0o666); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := outfile.Write(name, func(w io.Writer) error {
		if err := put("half")(w); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if got := read(t, name); got != "before" {
		t.Errorf("it holds %q", got)
	}
}

// TestLink holds a symbolic link to stay one.
func TestLink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	if err := os.WriteFile(real, []byte("before"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	if err := outfile.Write(link, put("after")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 || read(t, real) != "after" {
		t.Errorf("the link is %v (%v), and the file holds %q", info, err, read(t, real))
	}
}

// TestUnwritable holds errors to say what is wrong, before the run and after it.
func TestUnwritable(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		filepath.Join(dir, "nowhere", "out"): "there is no directory ",
		dir:                                  "it is a directory",
		filepath.Join(file, "out"):           "is no directory",
	} {
		for what, err := range map[string]error{"Check": outfile.Check(name), "Write": outfile.Write(name, put("x"))} {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s of %s: %v, want %q", what, name, err, want)
			}
		}
	}
	if err := outfile.Check(file); err != nil {
		t.Errorf("a file that is there: %v", err)
	}
}

// TestFull holds what is said of a full disk to be the reason alone, of what is no regular
// file.
func TestFull(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("/dev/full is Linux's")
	}
	if err := outfile.Write("/dev/full", put("x")); err == nil || err.Error() != "no space left on device" {
		t.Errorf("/dev/full: %v", err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func mode(t *testing.T, name string) os.FileMode {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}
