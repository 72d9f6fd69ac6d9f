package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/baseline"
	"github.com/loglint/loglint/cmd/loglint/internal/chosen"
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/gocmd"
	"github.com/loglint/loglint/cmd/loglint/internal/revision"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// What a project has when it adopts loglint is left out here, after the run,
// so that the go command's cache holds all findings and never those of another
// day's baseline or branch.

// leaveOut applies -baseline and -new-from to the findings, and to those that a lower
// confidence would show.
func leaveOut(o *options, report *finding.Report) error {
	files := new(source.Files)
	all := []*[]finding.Finding{&report.Findings}
	for i := range report.Lower {
		all = append(all, &report.Lower[i].Findings)
	}
	if o.baseline != "" {
		name := o.path(o.baseline)
		b, err := baseline.Open(name)
		if err != nil {
			return fmt.Errorf("-baseline=%s: %w", o.baseline, err)
		}
		for i, findings := range all {
			var left []baseline.Entry
			*findings, left = b.Apply(*findings, filepath.Dir(name), files)
			if i == 0 && report.Complete() {
				o.shrink(left, filepath.Dir(name))
			}
		}
	}
	if o.newFrom != "" {
		dir, err := os.Getwd()
		if err != nil {
			return err
		}
		changes, err := revision.Since(dir, o.newFrom)
		if err != nil {
			return fmt.Errorf("-new-from: %w", err)
		}
		for _, findings := range all {
			*findings = slices.DeleteFunc(*findings, func(f finding.Finding) bool { return !changes.Touch(f) })
		}
	}
	shown := len(chosen.Together(report.Findings))
	for i, l := range report.Lower {
		report.Lower[i].More = len(chosen.Together(l.Findings)) - shown
	}
	return nil
}

// shrink names the entries of the baseline that stand for nothing any more,
// and the command that removes them: an entry that stays would cover the next
// finding of its kind.
func (o *options) shrink(left []baseline.Entry, dir string) {
	left = slices.DeleteFunc(left, func(e baseline.Entry) bool { return !o.looksFor(e.Category) })
	if len(left) > 0 {
		seen, err := o.lookedAt()
		if err != nil {
			log.Printf("-baseline: %v", err)
			return
		}
		left = slices.DeleteFunc(left, func(e baseline.Entry) bool {
			name := filepath.Join(dir, filepath.FromSlash(e.File))
			_, err := os.Stat(name)
			return err == nil && !seen[finding.Dir(name)]
		})
	}
	if len(left) == 0 {
		return
	}
	for _, e := range left {
		where := e.File
		if e.Function != "" {
			where += ", " + e.Function
		}
		log.Printf("-baseline: %s: no longer found, %d times: %s (%s)", where, e.Count, e.Message, e.Category)
	}
	log.Printf("-baseline: to rewrite it: %s", o.rewrite())
}

// looksFor reports whether the passes report a category in this run.
func (o *options) looksFor(category string) bool {
	for _, a := range o.passes {
		if f := a.Flags.Lookup(category); f != nil {
			return f.Value.String() == "true"
		}
	}
	return category == "directive"
}

// lookedAt returns the directories of the packages of this run.
func (o *options) lookedAt() (map[string]bool, error) {
	if o.of != nil {
		return o.of.Dirs(), nil
	}
	dirs, err := gocmd.Dirs(o.packages)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]bool)
	for _, dir := range dirs {
		seen[finding.Real(dir)] = true
	}
	return seen, nil
}

// rewrite returns the command that writes the baseline anew.
func (o *options) rewrite() string {
	words := []string{"loglint"}
	if dir, err := os.Getwd(); err == nil && dir != o.Shell { // else it is left out, as it may be
		words = append(words, "-C", dir)
	}
	words = append(words, "-write-baseline="+o.baseline)
	words = append(words, o.passFlags...)
	return strings.Join(append(words, o.packages...), " ")
}

// takeDown writes the baseline of all findings. What could not be analysed may
// have some that would be missing from it.
func (o *options) takeDown(report finding.Report) error {
	if !report.Complete() {
		return fmt.Errorf("-write-baseline: %s is not written, for not everything could be analysed", o.writeBaseline)
	}
	name := o.path(o.writeBaseline)
	data, err := baseline.Of(report.Findings, filepath.Dir(name), new(source.Files)).Encode()
	if err != nil {
		return err
	}
	return o.create("-write-baseline", o.writeBaseline, func(w io.Writer) error { _, err := w.Write(data); return err })
}
