package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestPreCommit runs the hooks of .pre-commit-hooks.yaml under pre-commit, on
// commits to a repository of their own. pre-commit builds loglint as it does
// for everybody: from a clone, in a module cache of its own, which it fills
// from the module proxy.
func TestPreCommit(t *testing.T) {
	if testing.Short() {
		t.Skip("builds loglint")
	}
	if _, err := exec.LookPath("pre-commit"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("pre-commit is not installed")
	}
	// An identity, and no settings of whoever runs the test.
	git := []string{
		"GIT_AUTHOR_NAME=loglint", "GIT_AUTHOR_EMAIL=loglint@example.com",
		"GIT_COMMITTER_NAME=loglint", "GIT_COMMITTER_EMAIL=loglint@example.com",
		"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
	}
	repo := t.TempDir()
	rev, err := publish(repo, git)
	if err != nil {
		t.Fatal(err)
	}
	cache := goEnv(t, "GOCACHE")
	proxy := goEnv(t, "GOPROXY")
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "precommit"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			for _, v := range git {
				name, value, _ := strings.Cut(v, "=")
				env.Setenv(name, value)
			}
			env.Setenv("REPO", repo)
			env.Setenv("REV", rev)
			env.Setenv("HOME", filepath.Join(env.WorkDir, ".home"))
			env.Setenv("PRE_COMMIT_HOME", filepath.Join(env.WorkDir, ".pre-commit"))
			env.Setenv("GOCACHE", cache)
			env.Setenv("GOPROXY", proxy)
			env.Setenv("GOENV", "off")
			env.Setenv("GOTOOLCHAIN", "local")
			env.Setenv("GOWORK", "off")
			return os.Mkdir(filepath.Join(env.WorkDir, ".home"), 0o700)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"replace": replace},
	})
}

// publish commits what a clone of this module would have to a new repository
// in dir, as it stands now, and returns the revision.
func publish(dir string, env []string) (rev string, err error) {
	root := filepath.Join("..", "..")
	for _, name := range []string{"cmd", "examples", "internal", "passes", "plugin"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			return "", err
		}
	}
	for _, name := range []string{".pre-commit-hooks.yaml", "go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			return "", err
		}
	}
	var out []byte
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"commit", "-q", "-m", "Publish"}, {"rev-parse", "HEAD"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), env...)
		if out, err = cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%s: %w\n%s", cmd, err, out)
		}
	}
	return strings.TrimSpace(string(out)), nil
}

// replace replaces a word of a file: replace WORD with file.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace word with file")
	}
	text := strings.ReplaceAll(ts.ReadFile(args[2]), args[0], args[1])
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(text), 0o600))
}

// goEnv returns a setting of the go command.
func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
