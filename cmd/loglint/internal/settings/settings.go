// Package settings reads the settings of a project: the file .loglint.toml beside its go.mod, which says
// once what hooks, editors and CI would otherwise each be told by flags.
//
// Its laws: a setting means what the flag of its name means, and a flag that is given wins over it; what
// is not a setting is an error, which names the nearest; and what only selects is never handed to the
// analysis, so that what the go command keeps holds for all.
package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/loglint/loglint/cmd/loglint/internal/nearest"
	"github.com/loglint/loglint/internal/defect"
)

// Name is the name of the file.
const Name = ".loglint.toml"

// Settings are what a project has settled. The names are those of the flags, and of the settings in
// golangci-lint.
type Settings struct {
	Confidence any      `toml:"confidence"` // a name, or a number
	All        *bool    `toml:"all"`
	Tests      *bool    `toml:"tests"`
	Evidence   *bool    `toml:"evidence"`
	Reach      string   `toml:"reach"`
	DebugLines *bool    `toml:"debuglines"`
	Disable    []string `toml:"disable"` // passes and categories
	Exclude    []string `toml:"exclude"` // files and directories, as seen from the file
	// Roles says what the functions below a pattern, as those of Exclude, are for.
	Roles map[string]string `toml:"roles"`
	Declared
}

// Declared are functions of other modules, which cannot be annotated.
type Declared struct {
	Logs       []string `toml:"logs"`
	Responds   []string `toml:"responds"`
	Classifies []string `toml:"classifies"`
}

// A File is settings with the file that they are in.
type File struct {
	Settings
	Path string // absolute
}

// Of returns the settings of the module in a directory; nil if it has none.
func Of(module string) (*File, error) {
	name := filepath.Join(module, Name)
	text, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	}
	f := &File{Path: name}
	if err := f.decode(string(text)); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

// decode reads the text of a file, and says what is wrong with it.
func (f *File) decode(text string) error {
	meta, err := toml.Decode(text, &f.Settings)
	if parse := (toml.ParseError{}); errors.As(err, &parse) {
		return fmt.Errorf("line %d: %s", parse.Position.Line, parse.Message)
	}
	if err != nil {
		return errors.New(strings.TrimPrefix(err.Error(), "toml: "))
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		name := unknown[0].String()
		said := fmt.Sprintf("%s is no setting", name)
		if hint := nearest.Hint("", name, Names); hint != "" {
			return errors.New(said + hint)
		}
		return fmt.Errorf("%s: there are %s", said, strings.Join(Names, ", "))
	}
	switch f.Confidence.(type) {
	case nil, string, float64, int64:
	default:
		return errors.New(`confidence is high, medium or low, in quotes, or a number from 0 to 1`)
	}
	for _, pattern := range f.Exclude {
		if err := f.check(pattern); err != nil {
			return fmt.Errorf("exclude: %w", err)
		}
	}
	for _, pattern := range slices.Sorted(maps.Keys(f.Roles)) {
		if err := f.check(pattern); err != nil {
			return fmt.Errorf("roles: %w", err)
		}
		if name := f.Roles[pattern]; roleOf(name) == 0 {
			return fmt.Errorf("roles: there is no role %q (there are %s)%s", name, strings.Join(roleNames(), ", "), nearest.Hint("", name, roleNames()))
		}
	}
	return nil
}

// check says what is wrong with a pattern.
func (f *File) check(pattern string) error {
	if _, err := path.Match(strings.ReplaceAll(pattern, "**", "*"), ""); err != nil || pattern == "" || path.IsAbs(pattern) {
		return fmt.Errorf("%q is no pattern: it is a file or directory below %s, as in internal/legacy, or **/*_gen.go", pattern, filepath.Dir(f.Path))
	}
	return nil
}

// roleNames are the names of the roles that can be settled.
func roleNames() []string {
	var names []string
	for _, r := range []defect.Role{defect.Request, defect.Worker, defect.StartUp, defect.Command} {
		names = append(names, r.String())
	}
	return names
}

// roleOf returns the role of a name, 0 if there is none.
func roleOf(name string) defect.Role {
	for _, r := range []defect.Role{defect.Request, defect.Worker, defect.StartUp, defect.Command} {
		if r.String() == name {
			return r
		}
	}
	return 0
}

// RoleOf returns the role that is settled for a file, which is absolute: that of the longest pattern which
// matches it, 0 if none does.
func (f *File) RoleOf(file string) defect.Role {
	best := ""
	for pattern := range f.Roles {
		if len(pattern) > len(best) || len(pattern) == len(best) && pattern > best {
			if f.matches(pattern, file) {
				best = pattern
			}
		}
	}
	return roleOf(f.Roles[best])
}

// Names are the names of all settings.
var Names = []string{"confidence", "all", "tests", "evidence", "reach", "debuglines", "disable", "exclude", "roles", "logs", "responds", "classifies"}

// Flags returns what is settled as flags, in the order of [Names]; exclude and roles have none.
func (s Settings) Flags() []string {
	var flags []string
	add := func(name, value string) {
		if value != "" {
			flags = append(flags, "-"+name+"="+value)
		}
	}
	boolean := func(name string, b *bool) {
		if b != nil {
			add(name, strconv.FormatBool(*b))
		}
	}
	if s.Confidence != nil {
		add("confidence", fmt.Sprint(s.Confidence))
	}
	boolean("all", s.All)
	boolean("tests", s.Tests)
	boolean("evidence", s.Evidence)
	add("reach", s.Reach)
	boolean("debuglines", s.DebugLines)
	for _, name := range s.Disable {
		add(name, "false")
	}
	add("logs", strings.Join(s.Logs, ","))
	add("responds", strings.Join(s.Responds, ","))
	add("classifies", strings.Join(s.Classifies, ","))
	return flags
}

// Excludes reports whether a file, which is absolute, is excluded. A pattern matches a file or a directory
// with all below it; ** stands for any number of directories.
func (f *File) Excludes(file string) bool {
	return slices.ContainsFunc(f.Exclude, func(pattern string) bool { return f.matches(pattern, file) })
}

// matches reports whether a pattern matches a file, or a directory that it is in.
func (f *File) matches(pattern, file string) bool {
	rel, err := filepath.Rel(filepath.Dir(f.Path), file)
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	return matches(strings.Split(strings.TrimSuffix(path.Clean(pattern), "/..."), "/"), strings.Split(filepath.ToSlash(rel), "/"))
}

// matches reports whether a pattern matches a path or the beginning of it.
func matches(pattern, elements []string) bool {
	switch {
	case len(pattern) == 0:
		return true
	case pattern[0] == "**":
		for i := range elements {
			if matches(pattern[1:], elements[i:]) {
				return true
			}
		}
		return false
	case len(elements) == 0:
		return false
	}
	ok, err := path.Match(pattern[0], elements[0])
	return err == nil && ok && matches(pattern[1:], elements[1:])
}
