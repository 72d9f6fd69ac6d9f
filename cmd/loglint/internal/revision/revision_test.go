package revision_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/revision"
)

// TestSince holds changes to what the working tree has beyond the revision.
func TestSince(t *testing.T) {
	repo := t.TempDir()
	run(t, repo, "init", "-q")
	write(t, repo, "kept.go", "one\ntwo\nthree\nfour\n")
	write(t, repo, "old.go", "one\ntwo\nthree\nfour\nfive\n")
	write(t, repo, "gone.go", "one\n")
	write(t, repo, "dir/a b\té\".go", "one\ntwo\n")
	write(t, repo, ".gitignore", "ignored.go\n")
	run(t, repo, "add", ".")
	run(t, repo, "commit", "-q", "-m", "first")
	run(t, repo, "tag", "base")
	// Committed, staged, and neither.
	write(t, repo, "kept.go", "one\nTWO\n++ b/old.go\nfour\n")
	run(t, repo, "mv", "old.go", "renamed.go")
	run(t, repo, "rm", "-q", "gone.go")
	run(t, repo, "commit", "-q", "-a", "-m", "second")
	write(t, repo, "dir/a b\té\".go", "one\ntwo\nthree\n")
	run(t, repo, "add", "dir")
	write(t, repo, "renamed.go", "one\ntwo\nfour\nfive\nsix\n")
	write(t, repo, "new.go", "one\n")
	write(t, repo, "ignored.go", "one\n")
	// A configuration that would change the format.
	run(t, repo, "config", "diff.noprefix", "true")
	run(t, repo, "config", "diff.renames", "false")
	run(t, repo, "config", "color.ui", "always")
	run(t, repo, "config", "diff.relative", "true")

	changes, err := revision.Since(filepath.Join(repo, "dir"), "base")
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(repo, link); err != nil {
		t.Skip(err)
	}
	for _, test := range []struct {
		file        string
		first, last int
		want        bool
	}{
		{"kept.go", 1, 1, false},
		{"kept.go", 2, 2, true},
		{"kept.go", 3, 3, true},
		{"kept.go", 4, 4, false},
		{"kept.go", 1, 2, true}, // a range that reaches into it
		{"renamed.go", 1, 1, false},
		{"renamed.go", 2, 3, false}, // beside what was removed
		{"renamed.go", 5, 5, true},
		{"old.go", 1, 1, false},
		{"dir/a b\té\".go", 2, 2, false},
		{"dir/a b\té\".go", 3, 3, true},
		{"new.go", 1, 1, true},
		{"ignored.go", 1, 1, false},
		{"nosuch.go", 1, 1, false},
		{"../elsewhere.go", 1, 1, false},
	} {
		for _, dir := range []string{repo, link} {
			name := filepath.Join(dir, filepath.FromSlash(test.file))
			got := changes.Touch(finding.Finding{
				Pos: finding.Position{File: name, Line: test.first, Column: 1},
				End: finding.Position{File: name, Line: test.last, Column: 1},
			})
			if got != test.want {
				t.Errorf("lines %d to %d of %s: changed %v, want %v", test.first, test.last, name, got, test.want)
			}
		}
	}
}

// TestErrors holds each mistake to be named.
func TestErrors(t *testing.T) {
	if _, err := revision.Since(t.TempDir(), "main"); err == nil || !strings.Contains(err.Error(), "not in a git repository") {
		t.Errorf("outside of a repository: %v", err)
	}
	repo := t.TempDir()
	run(t, repo, "init", "-q")
	for _, name := range []string{"nosuch", "--output=file", ""} {
		if _, err := revision.Since(repo, name); err == nil || !strings.Contains(err.Error(), "unknown revision "+name) {
			t.Errorf("revision %q: %v", name, err)
		}
	}
}

func write(t *testing.T, repo, name, text string) {
	t.Helper()
	name = filepath.Join(repo, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, repo string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = repo
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}
