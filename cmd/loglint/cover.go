package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/loglint/loglint/cmd/loglint/internal/cover"
	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
	"github.com/loglint/loglint/cmd/loglint/internal/page"
	"github.com/loglint/loglint/cmd/loglint/internal/revision"
	"github.com/loglint/loglint/cmd/loglint/internal/terminal"
	"github.com/loglint/loglint/cmd/loglint/internal/version"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
	"github.com/loglint/loglint/cmd/loglint/internal/written"
)

// A coverageRun is what "loglint coverage" is asked for.
type coverageRun struct{ cover.Options }

// coverErrors is the command "loglint coverage": it says which share of the paths of errors leaves
// a trace. It returns the exit status.
func coverErrors(args []string, at workspace.Start) int {
	asked, rest, err := cover.ParseFlags(args)
	run := coverageRun{asked}
	if err != nil {
		log.Print(err)
		return exitFailed
	}
	flags, packages, err := liftFlags(rest)
	if err == nil && len(packages) == 0 {
		packages = []string{"./..."}
	}
	if err == nil {
		err = workspace.CheckPatterns(packages)
	}
	if err == nil {
		packages, err = spread(packages)
	}
	var o *options
	if err == nil {
		o, err = parse(flags, packages, at)
	}
	if err == nil && (o.fix || o.only("-json") != nil || o.baseline+o.writeBaseline+o.newFrom != "") {
		err = errors.New("coverage reports no findings: -fix, -format, -o, -sarif, -github, -new-from and baselines are not for it")
	}
	if err != nil {
		log.Print(err)
		return exitFailed
	}
	for flag, name := range map[string]string{"-html": run.HTML, "-badge": run.Badge} {
		if err := o.canCreate(flag, name); err != nil {
			log.Print(err)
			return exitFailed
		}
	}
	run.JSON = run.JSON || o.json
	o.asksFixes = run.HTML != "" // the page tells of them
	status, err := run.do(o)
	if err != nil {
		log.Print(err)
		return exitFailed
	}
	return status
}

// do covers the packages, and writes what is asked for.
func (run coverageRun) do(o *options) (int, error) {
	report, complete, err := run.cover(o)
	if err != nil {
		return exitFailed, err
	}
	var change *coverage.Change
	if run.Since != "" {
		before, err := run.before(o)
		if err != nil {
			return exitFailed, err
		}
		c := coverage.Compare(before, report, run.Since)
		change = &c
	}
	if err := run.write(o, report, change); err != nil {
		return exitFailed, err
	}
	share, ok := report.Tally().Coverage()
	switch {
	case !complete:
		return exitFailed, nil
	case run.Least >= 0 && ok && 100*share < run.Least:
		log.Printf("the coverage of error paths is %s, less than %v %%", report.Tally().Percent(), run.Least)
		return exitFindings, nil
	}
	return exitClean, nil
}

// cover covers the packages that are named. complete says that all could be analysed.
func (run coverageRun) cover(o *options) (_ coverage.Report, complete bool, err error) {
	stop := func() {}
	if terminal.Is(os.Stderr) {
		stop = terminal.Progress(os.Stderr)
	}
	found, err := gather(o)
	stop()
	if err != nil {
		return coverage.Report{}, false, err
	}
	units, program, err := written.Read(found.Findings)
	if err != nil {
		return coverage.Report{}, false, err
	}
	program.Declare(o.declared())
	found.Sort(passNames())
	complain(o, found)
	dir, err := os.Getwd()
	if err != nil {
		return coverage.Report{}, false, err
	}
	if rel, err := filepath.Rel(o.Names, dir); err == nil && filepath.IsLocal(rel) {
		dir = o.Names
	}
	report := cover.New(o.passes, program, dir, run.Classes).Report(units)
	if o.settings != nil {
		report = report.Without(func(file string) bool {
			return o.settings.Excludes(filepath.Join(dir, filepath.FromSlash(file)))
		})
	}
	report.Module, report.Version = workspace.ModulePath(), version.Of()
	for _, s := range found.Skipped {
		report.Missing = append(report.Missing, coverage.Missing{Package: s.Package, Why: s.Reason})
	}
	for _, f := range found.Failures {
		report.Missing = append(report.Missing, coverage.Missing{Package: f.Package, Why: f.Text})
	}
	return report, found.Complete(), nil
}

// before covers the same packages as they were at the revision, in a working tree of its own.
func (run coverageRun) before(o *options) (_ coverage.Report, err error) {
	here, err := os.Getwd()
	if err != nil {
		return coverage.Report{}, err
	}
	tree, err := revision.Checkout(here, run.Since)
	if err != nil {
		return coverage.Report{}, fmt.Errorf("-diff: %w", err)
	}
	defer func() { err = errors.Join(err, tree.Remove()) }()
	if err := os.Chdir(tree.Dir); err != nil {
		return coverage.Report{}, fmt.Errorf("-diff: this directory is not in %s", run.Since)
	}
	defer func() { err = errors.Join(err, os.Chdir(here)) }()
	report, complete, err := run.cover(o)
	if err == nil && !complete {
		log.Printf("-diff: not all of %s could be analysed", run.Since)
	}
	return report, err
}

// write writes the report in the forms that are asked for; without any, as a table.
func (run coverageRun) write(o *options, report coverage.Report, change *coverage.Change) error {
	if run.HTML != "" {
		err := o.create("-html", run.HTML, func(w io.Writer) error {
			return page.Write(w, report, func(file string) ([]byte, error) { return os.ReadFile(o.path(file)) })
		})
		if err != nil {
			return err
		}
	}
	if run.Badge != "" {
		err := o.create("-badge", run.Badge, func(w io.Writer) error { return coverage.WriteBadge(w, report.Tally()) })
		if err != nil {
			return err
		}
	}
	switch {
	case run.HTML == stdout || run.Badge == stdout:
		return nil
	case run.JSON:
		enc := json.NewEncoder(os.Stdout)
		enc.SetIndent("", "\t")
		return enc.Encode(struct {
			coverage.Report
			Total  coverage.Tally   `json:"total"`
			Change *coverage.Change `json:"change,omitempty"`
		}{report, report.Tally(), change})
	case run.Markdown:
		return coverage.WriteMarkdown(os.Stdout, report, change)
	}
	if err := coverage.WriteText(os.Stdout, report); err != nil || change == nil {
		return err
	}
	return change.WriteText(os.Stdout)
}
