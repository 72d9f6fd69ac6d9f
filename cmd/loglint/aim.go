package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/loglint/loglint/cmd/loglint/internal/format"
	"github.com/loglint/loglint/cmd/loglint/internal/outfile"
)

// stdout is the name of a file that stands for standard output.
const stdout = format.Stdout

// aim puts together where which format goes: what -format and -o say, and the flags that are older
// than these. A file that cannot be written is known before a run that may take minutes.
func (o *options) aim() error {
	for _, f := range []struct {
		asked            bool
		name, file, flag string
	}{
		{o.json, "json", "", "-json"},
		{o.github, "github", "", "-github"},
		{o.sarif != "", "sarif", o.sarif, "-sarif=" + o.sarif},
	} {
		if !f.asked {
			continue
		}
		if err := o.targets.Add(f.name, f.file, f.flag); err != nil {
			return err
		}
	}
	var err error
	if o.targets, err = o.targets.Resolved(o.out); err != nil {
		return err
	}
	if t, taken := o.targets.OnStdout(); taken && o.diff {
		return fmt.Errorf("standard output is for what -diff shows, and %s writes to it", t.Flag)
	}
	for _, t := range o.targets {
		if err := o.canCreate(t.Flag, t.File); err != nil {
			return err
		}
	}
	return o.canCreate("-write-baseline", o.writeBaseline)
}

// only returns a target that another flag has asked for than the named one, nil if there is none.
func (o *options) only(flag string) *format.Target {
	i := slices.IndexFunc(o.targets, func(t format.Target) bool { return t.Flag != flag })
	if i < 0 {
		return nil
	}
	return &o.targets[i]
}

// canCreate says what is wrong with a file that a flag names, as far as that can be seen before it
// is written.
func (o *options) canCreate(flag, name string) error {
	if name == "" || name == stdout {
		return nil
	}
	return unwritable(flag, name, outfile.Check(o.path(name)))
}

// create writes a file that a flag names, whole or not at all, or standard output.
func (o *options) create(flag, name string, write func(io.Writer) error) error {
	if name == stdout {
		return write(os.Stdout)
	}
	return unwritable(flag, name, outfile.Write(o.path(name), write))
}

func unwritable(flag, name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: cannot write %s: %w", flag, name, err)
}

// path returns the name of a file as it was meant, wherever the command is by now.
func (o *options) path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(o.Names, name)
}
