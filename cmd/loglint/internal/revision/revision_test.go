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
		{"renamed.go", 2, 2, false}, // beside what was removed
		{"renamed.go", 3, 3, false}, // likewise
		{"renamed.go", 2, 3, true},  // around it
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

// TestSpan holds what a finding is about to count, also where it points to less.
func TestSpan(t *testing.T) {
	repo := t.TempDir()
	run(t, repo, "init", "-q")
	write(t, repo, "a.go", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n")
	run(t, repo, "add", ".")
	run(t, repo, "commit", "-q", "-m", "first")
	write(t, repo, "a.go", "one\ntwo\nfour\nFIVE\nsix\n") // three and seven are gone
	changes, err := revision.Since(repo, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		at, first, last int
		want            bool
	}{
		{1, 1, 2, false},
		{2, 1, 2, false},
		{2, 1, 3, true},
		{3, 3, 3, false},
		{3, 3, 4, true},
		{5, 5, 5, false},
		{5, 4, 5, true},
		{1, 0, 0, false}, // about its own line
		{4, 0, 0, true},
	} {
		got := changes.Touch(finding.Finding{
			Pos:  finding.Position{File: filepath.Join(repo, "a.go"), Line: test.at, Column: 1},
			End:  finding.Position{File: filepath.Join(repo, "a.go"), Line: test.at, Column: 9},
			Part: finding.Part{First: test.first, Last: test.last},
		})
		if got != test.want {
			t.Errorf("line %d, about %d to %d: touched %v, want %v", test.at, test.first, test.last, got, test.want)
		}
	}
}

// TestBranches holds what has happened on the other branch, or was merged from it, to
// be no change of this one, and the same in another worktree.
func TestBranches(t *testing.T) {
	repo := t.TempDir()
	run(t, repo, "init", "-q", "-b", "main")
	write(t, repo, "a.go", "one\ntwo\nthree\nfour\nfive\n")
	write(t, repo, "b.go", "one\ntwo\nthree\n")
	run(t, repo, "add", ".")
	run(t, repo, "commit", "-q", "-m", "first")
	run(t, repo, "checkout", "-q", "-b", "work")
	write(t, repo, "a.go", "one\nTWO\nthree\nfour\nfive\n")
	run(t, repo, "commit", "-q", "-a", "-m", "on work")
	run(t, repo, "checkout", "-q", "main")
	write(t, repo, "a.go", "one\ntwo\nthree\nfour\n") // five is gone
	write(t, repo, "b.go", "one\nTWO\nthree\n")
	run(t, repo, "commit", "-q", "-a", "-m", "on main")
	run(t, repo, "checkout", "-q", "work")

	touched := func(dir, revisionName, file string, line int) bool {
		t.Helper()
		changes, err := revision.Since(dir, revisionName)
		if err != nil {
			t.Fatal(err)
		}
		return changes.Touch(finding.Finding{Pos: finding.Position{File: filepath.Join(dir, file), Line: line, Column: 1}})
	}
	other := filepath.Join(t.TempDir(), "other")
	run(t, repo, "worktree", "add", "-q", "--detach", other, "work")
	for _, dir := range []string{repo, other} {
		for _, test := range []struct {
			file string
			line int
			want bool
		}{{"a.go", 2, true}, {"a.go", 5, false}, {"b.go", 2, false}} {
			if got := touched(dir, "main", test.file, test.line); got != test.want {
				t.Errorf("parted, %s:%d: touched %v, want %v", test.file, test.line, got, test.want)
			}
		}
	}
	// Merged, main is the common commit.
	run(t, repo, "merge", "-q", "-m", "merge", "main")
	if touched(repo, "main", "b.go", 2) || touched(repo, "main", "a.go", 4) || !touched(repo, "main", "a.go", 2) {
		t.Error("after the merge: not what this branch has changed")
	}
	// A history that has nothing in common is compared as it is.
	run(t, repo, "checkout", "-q", "--orphan", "lone")
	run(t, repo, "commit", "-q", "-m", "lone")
	if touched(repo, "main", "b.go", 2) || !touched(repo, "main", "a.go", 2) {
		t.Error("without a common commit: not what differs")
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
