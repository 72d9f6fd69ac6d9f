package patch_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/patch"
)

// TestApply holds patches to be taken by git, at the root of a repository, below it and outside of one.
func TestApply(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	const long = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"
	for _, test := range []struct{ name, file, old, now string }{
		{"a line", "a.go", "package a\n\nvar x = 1\n", "package a\n\nvar x = 2\n"},
		{"two places", "a.go", long, "0\n" + long + "11\n"},
		{"no newline at the end", "a.go", "package a\n\nvar x = 1", "package a\n\nvar x = 2"},
		{"a newline more", "a.go", "package a", "package a\n"},
		{"Windows", "a.go", "package a\r\n\r\nvar x = 1\r\n", "package a\r\n\r\nvar x = 2\r\n"},
		{"a directory", "store/sub/a.go", "package a\n", "package b\n"},
		{"a space in the name", "store/a b.go", "package a\n", "package b\n"},
		{"lines that look like a patch", "a.go", "--- a/b\n+++ b/b\n@@ -1,1 +1,1 @@\n", "--- a/b\n"},
	} {
		for _, where := range []string{"root", "below", "outside"} {
			top := t.TempDir()
			dir := top
			if where != "outside" {
				run(t, git, top, nil, "init", "-q")
			}
			if where == "below" {
				dir = filepath.Join(top, "below")
			}
			file := filepath.Join(dir, filepath.FromSlash(test.file))
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(test.old), 0o666); err != nil {
				t.Fatal(err)
			}
			run(t, git, dir, patch.Of(test.file, []byte(test.old), []byte(test.now)), "apply", "-")
			got, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.now, string(got)); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", test.name, where, diff)
			}
		}
	}
	if got := patch.Of("a.go", []byte("x\n"), []byte("x\n")); len(got) > 0 {
		t.Errorf("nothing has changed, and it writes %q", got)
	}
}

func run(t *testing.T, git, dir string, input []byte, args ...string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "patch")
	if err := os.WriteFile(name, input, 0o666); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		if arg == "-" {
			args[i] = name
		}
	}
	cmd := exec.Command(git, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	if filepath.Base(dir) == "below" {
		cmd.Env = append(cmd.Env, "GIT_CEILING_DIRECTORIES=")
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("git %v: %v\n%s%s", args, err, out, input)
	}
}

// TestAll holds patches to lead nowhere out of the directory that they are for.
func TestAll(t *testing.T) {
	at := func(elem ...string) string {
		return filepath.Join(append([]string{string(filepath.Separator)}, elem...)...)
	}
	for _, test := range []struct {
		files     []string
		dir, name string
	}{
		{nil, at("work", "m"), ""},
		{[]string{at("work", "m", "a.go")}, at("work", "m"), "a.go"},
		{[]string{at("work", "n", "b.go"), at("work", "m", "a.go")}, at("work"), "n/b.go"},
		{[]string{at("tmp", "a.go")}, at(), "tmp/a.go"},
	} {
		var changes []patch.Change
		for _, name := range test.files {
			changes = append(changes, patch.Change{Name: name, Old: []byte("x\n"), New: []byte("y\n")})
		}
		text, dir, err := patch.All([]string{at("work", "m"), at("work")}, changes)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(text), "\n")
		if dir != test.dir || strings.TrimPrefix(first, "--- a/") != test.name {
			t.Errorf("%v: for %s, and begins with %s", test.files, dir, first)
		}
	}
}
