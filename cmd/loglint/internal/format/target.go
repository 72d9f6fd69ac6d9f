package format

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/nearest"
)

// Stdout is the name of a file that stands for standard output.
const Stdout = "-"

// A Target is a format, and where it goes.
type Target struct {
	Format
	File string // "" if none was named
	Flag string // that asked for it, as it was written
}

// Targets are those of a run. They are the value of a flag that may be repeated.
type Targets []Target

// String returns nothing: without the flag there are no targets.
func (ts *Targets) String() string { return "" }

// Set adds what -format says: the name of a format, or name:file.
func (ts *Targets) Set(value string) error {
	name, file, named := strings.Cut(value, ":")
	if named && file == "" {
		return fmt.Errorf("no file is named after %q", name+":")
	}
	return ts.Add(name, file, "-format="+value)
}

// Add adds a format that a flag asks for.
func (ts *Targets) Add(name, file, flag string) error {
	i := slices.IndexFunc(All, func(f Format) bool { return f.Name == name })
	if i < 0 {
		hint := nearest.Hint("", name, Names())
		if hint == "" {
			hint = "; there are " + strings.Join(Names(), ", ")
		}
		return errors.New("there is no such format" + hint)
	}
	*ts = append(*ts, Target{All[i], file, flag})
	return nil
}

// Resolved returns the targets with -o, which names the file of the one format that has none, or of text. It is
// an error if two go to one place.
func (ts Targets) Resolved(out string) (Targets, error) {
	ts = slices.Clone(ts)
	if out != "" {
		switch {
		case len(ts) == 0:
			if err := ts.Add(Text, out, "-o="+out); err != nil {
				return nil, err
			}
		case len(ts) > 1:
			return nil, errors.New("-o is for one format: with several, name the file of each, as in -format=sarif:out.sarif")
		case ts[0].File != "":
			return nil, fmt.Errorf("-o names a file, and %s another", ts[0].Flag)
		default:
			ts[0].File = out
			ts[0].Flag = "-o=" + out
		}
	}
	to := make(map[string]string)
	for i, t := range ts {
		if t.File == "" && t.Name != Text {
			ts[i].File = Stdout
		}
		file := ts[i].File
		other, taken := to[file]
		switch {
		case !taken:
			to[file] = t.Flag
		case file == Stdout:
			return nil, fmt.Errorf("standard output is for one format, and both %s and %s write to it", other, t.Flag)
		default:
			return nil, fmt.Errorf("a file is for one format, and both %s and %s write to it", other, t.Flag)
		}
	}
	return ts, nil
}

// OnStdout returns the target that goes to standard output.
func (ts Targets) OnStdout() (Target, bool) {
	i := slices.IndexFunc(ts, func(t Target) bool { return t.File == Stdout })
	if i < 0 {
		return Target{}, false
	}
	return ts[i], true
}

// ShowsText reports whether findings are shown on standard error as well: unless another format takes
// standard output, or a file was named for them.
func (ts Targets) ShowsText() bool {
	i := slices.IndexFunc(ts, func(t Target) bool { return t.Name == Text })
	if i >= 0 {
		return ts[i].File == ""
	}
	_, taken := ts.OnStdout()
	return !taken
}

// WantsFixes reports whether a format has a place for fixes.
func (ts Targets) WantsFixes() bool {
	return slices.ContainsFunc(ts, func(t Target) bool { return t.Fixes })
}
