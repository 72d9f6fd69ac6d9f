// Package revision knows which lines have changed since a revision of a git
// repository.
//
// Its laws: changed is what differs between the working tree, committed or not, and
// the revision or, where the branches have parted since, the commit that they have in
// common; every line of a file that git does not track, and does not ignore, is; a file
// that was only renamed has no changed lines. A finding is about some lines: it is
// touched if one of them was added or changed, or another was removed from between
// them. What was removed before the first or after the last does not touch it.
package revision

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// Changes are the lines of the files of a repository that have changed.
type Changes struct {
	root  string
	files map[string][]span // by name relative to the root, with slashes
	real  map[string]string // of directories that were seen, without symbolic links
}

// A span is lines from first up to last. One whose last line is before its first is
// the gap between the two, from which others were removed.
type span struct{ first, last int }

// all is the span of a file that is new.
var all = span{1, 1 << 30}

// touches reports whether the span lies in the lines from first up to last, or meets
// them.
func (s span) touches(first, last int) bool { return first <= s.last && s.first <= last }

// Since returns the changes since a revision, in the repository around a
// directory.
func Since(dir, revision string) (*Changes, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, fmt.Errorf("git is needed to find what has changed: %w", err)
	}
	top, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("%s is not in a git repository: %w", dir, err)
	}
	root := strings.TrimRight(top, "\r\n")
	if _, err := git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}"); err != nil {
		// Asked quietly, git says yes or no.
		return nil, fmt.Errorf("unknown revision %s", revision)
	}
	// What has happened to the revision's branch since is no change of this one.
	from, err := git(root, "merge-base", "--end-of-options", revision, "HEAD")
	if err != nil {
		from = revision // they have no commit in common, or the clone is too shallow to know it
	}
	from = strings.TrimSpace(from)
	// What users have configured must not change the format.
	diff, err := git(root, "-c", "core.quotePath=false", "diff", "--unified=0", "--find-renames", "--no-relative",
		"--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/",
		"--ignore-submodules", "--end-of-options", from, "--", "*.go")
	if err != nil {
		return nil, err
	}
	files, err := parse(diff)
	if err != nil {
		return nil, err
	}
	untracked, err := git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", "*.go")
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(untracked, "\x00") {
		if name != "" {
			files[name] = []span{all}
		}
	}
	real, err := filepath.EvalSymlinks(root)
	if err != nil {
		return nil, err
	}
	return &Changes{root: real, files: files, real: make(map[string]string)}, nil
}

// git runs git in a directory. Its error is what git says.
func git(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		if said := strings.TrimSpace(string(exit.Stderr)); said != "" {
			return "", errors.New(said)
		}
	}
	return string(out), err
}

// Touch reports whether something has changed in the lines that a finding is about.
func (c *Changes) Touch(f finding.Finding) bool {
	dir, base := filepath.Split(f.Pos.File)
	real, ok := c.real[dir]
	if !ok {
		real = dir
		if r, err := filepath.EvalSymlinks(dir); err == nil { // else it is gone, and not changed
			real = r
		}
		c.real[dir] = real
	}
	rel, err := filepath.Rel(c.root, filepath.Join(real, base))
	if err != nil {
		return false // on another volume
	}
	first, last := f.Pos.Line, max(f.Pos.Line, f.End.Line)
	if f.First > 0 {
		first, last = min(first, f.First), max(last, f.Last)
	}
	return slices.ContainsFunc(c.files[filepath.ToSlash(rel)], func(s span) bool { return s.touches(first, last) })
}

// parse reads a diff without context.
func parse(diff string) (map[string][]span, error) {
	files := make(map[string][]span)
	name, skip := "", 0
	for line := range strings.Lines(diff) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case skip > 0 && !strings.HasPrefix(line, `\`): // a line of a hunk, whatever it looks like
			skip--
		case strings.HasPrefix(line, "diff --git "):
			name = ""
		case strings.HasPrefix(line, "+++ "):
			var err error
			if name, err = newName(line[len("+++ "):]); err != nil {
				return nil, err
			}
		case strings.HasPrefix(line, "@@ "):
			removed, added, err := hunk(line)
			if err != nil {
				return nil, err
			}
			skip = removed.last - removed.first + 1 + added.last - added.first + 1
			if added.last < added.first {
				added.first, added.last = added.first+1, added.last+1 // git names the line before
			}
			if name != "" {
				files[name] = append(files[name], added)
			}
		}
	}
	return files, nil
}

// newName reads the name of a file as it is now, empty if it is no more. git
// quotes names as C does, which Go can read.
func newName(s string) (string, error) {
	s = strings.TrimSuffix(s, "\t") // after names with spaces
	if strings.HasPrefix(s, `"`) {
		var err error
		if s, err = strconv.Unquote(s); err != nil {
			return "", fmt.Errorf("name of a file in git diff: %w", err)
		}
	}
	if s == "/dev/null" {
		return "", nil
	}
	return strings.TrimPrefix(s, "b/"), nil
}

// hunk reads "@@ -a,b +c,d @@ …".
func hunk(line string) (removed, added span, err error) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return span{}, span{}, fmt.Errorf("git diff: %q", line)
	}
	if removed, err = lines(fields[1], "-"); err != nil {
		return span{}, span{}, err
	}
	added, err = lines(fields[2], "+")
	return removed, added, err
}

// lines reads "+c,d", of which ",d" may be left out.
func lines(s, sign string) (span, error) {
	first, count, hasCount := strings.Cut(strings.TrimPrefix(s, sign), ",")
	start, err := strconv.Atoi(first)
	n := 1
	if err == nil && hasCount {
		n, err = strconv.Atoi(count)
	}
	if err != nil {
		return span{}, fmt.Errorf("git diff: %w", err)
	}
	return span{start, start + n - 1}, nil
}
