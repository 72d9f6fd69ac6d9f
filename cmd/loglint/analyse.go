package main

import (
	"errors"
	"flag"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/chosen"
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/gocmd"
	"github.com/loglint/loglint/cmd/loglint/internal/inmemory"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/record"
)

// analyse looks at the packages: by the go command, with its cache, or in memory if
// that is asked for, or if another build system than the go command's says what a
// package is. Either way all that is found is written down, and then what the flags
// ask for is selected from it.
func analyse(o *options) (finding.Report, error) {
	report, err := gather(o)
	if err != nil {
		return report, err
	}
	for _, f := range report.Findings { // one of each package
		report.Packages = append(report.Packages, f.Package)
	}
	report.Findings, report.Lower, err = chosen.All(report.Findings, o.passes, o.declared())
	report.Findings = o.withoutExcluded(report.Findings)
	for i, l := range report.Lower {
		report.Lower[i].Findings = o.withoutExcluded(l.Findings)
	}
	report.Sort(passNames())
	for i, l := range report.Lower {
		report.Lower[i].Findings = finding.Sort(l.Findings, passNames())
	}
	o.of.Restrict(&report)
	return report, err
}

// gather looks at the packages, and returns what each has written down.
func gather(o *options) (finding.Report, error) {
	if !o.wantsFixes() {
		// For what is analysed in this process.
		if err := flag.Set("fixes", "false"); err != nil {
			return finding.Report{}, err
		}
	}
	run := cached
	if o.inMemory || os.Getenv("GOPACKAGESDRIVER") != "" {
		run = func(o *options) (finding.Report, error) { return inMemory(o.packages) }
	}
	return run(o)
}

// inMemory analyses packages in this process.
func inMemory(patterns []string) (finding.Report, error) {
	d := &inmemory.Driver{Passes: []*analysis.Analyzer{record.Analyzer}, Tabled: errfate.Tabled}
	return d.Run(patterns...)
}

// cached has the go command run this program as its vet tool. Where go vet
// refuses, it is given the packages that it can load, and the others are
// analysed in memory, as far as that goes.
func cached(o *options) (finding.Report, error) {
	var report finding.Report
	tool, err := os.Executable()
	if err != nil {
		return report, err
	}
	c := &gocmd.Command{Tool: tool, Flags: o.toolFlags()}
	v, err := c.Vet(o.packages)
	if err != nil {
		return report, err
	}
	if !v.Failed {
		report.Findings, report.Failures = v.Findings, v.Failures
		return report, nil
	}
	packages, err := c.List(o.packages)
	if err != nil {
		return report, err
	}
	if v.Refused() {
		remove, err := c.Embed(packages)
		if err != nil {
			return report, err
		}
		defer remove()
		if v, err = c.Vet(o.packages); err != nil {
			return report, err
		}
		if packages, err = c.List(o.packages); err != nil {
			return report, err
		}
	}
	return withComplaints(o, c, v, packages)
}

// withComplaints goes on from a run of go vet after which something is left.
func withComplaints(o *options, c *gocmd.Command, v gocmd.Vetted, packages []gocmd.Package) (finding.Report, error) {
	var report finding.Report
	if len(packages) == 0 {
		return report, errors.New(strings.Join(o.packages, " ") + " matched no packages")
	}
	var memory []string
	if v.Refused() {
		split := gocmd.Split(packages)
		if len(split.Memory) == 0 && len(v.Complaints.Blocks) == 0 {
			return report, errors.New(strings.Join(v.Complaints.Loose, "\n"))
		}
		if memory = split.Memory; len(memory) > 0 {
			var err error
			if v, err = c.Vet(split.Vet); err != nil {
				return report, err
			}
			packages = slices.DeleteFunc(packages, func(p gocmd.Package) bool {
				return slices.Contains(memory, finding.PackagePath(p.ImportPath)) || slices.Contains(memory, p.ForTest)
			})
		}
		for _, line := range v.Complaints.Loose {
			report.Errors = append(report.Errors, finding.Error{Line: line})
		}
	}
	plan := gocmd.Blocked(packages, v.Complaints.Blocks)
	memory = append(memory, plan.Memory...)
	report.Add(finding.Report{
		Findings: v.Findings, Failures: v.Failures, Skipped: plan.Skipped,
		Errors: gocmd.Said(v.Complaints.Blocks, memory),
	})
	if len(memory) > 0 {
		loaded, err := inMemory(gocmd.Patterns(memory, o.packages))
		if err != nil {
			return report, err
		}
		report.Add(loaded)
	}
	return report, nil
}
