package main

import (
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/gocmd"
	"github.com/loglint/loglint/cmd/loglint/internal/inmemory"
)

// analyse runs the passes over the packages: by the go command, with its
// cache, or in memory if that is asked for, or if another build system than
// the go command's says what a package is.
func analyse(o *options) (finding.Report, error) {
	run := cached
	if o.inMemory || os.Getenv("GOPACKAGESDRIVER") != "" {
		run = func(o *options) (finding.Report, error) { return inmemory.Run(o.passes, o.packages) }
	}
	report, err := run(o)
	report.Sort(passNames())
	return report, err
}

// cached has the go command run this program as its vet tool. Where go vet
// refuses, the packages that it cannot load are analysed in memory, as far as
// that goes, and it is given the others.
func cached(o *options) (finding.Report, error) {
	var report finding.Report
	tool, err := os.Executable()
	if err != nil {
		return report, err
	}
	v, err := gocmd.Vet(tool, o.passFlags, o.packages)
	if err != nil {
		return report, err
	}
	if v.Failed {
		return withComplaints(o, tool, v)
	}
	report.Findings, report.Failures = v.Findings, v.Failures
	return report, nil
}

// withComplaints goes on from a run of go vet that has failed.
func withComplaints(o *options, tool string, v gocmd.Vetted) (finding.Report, error) {
	var report finding.Report
	packages, err := gocmd.List(o.packages)
	if err != nil {
		return report, err
	}
	if len(packages) == 0 {
		return report, errors.New(strings.Join(o.packages, " ") + " matched no packages")
	}
	split := gocmd.Plan{}
	if len(v.Complaints.Loose) > 0 {
		split = gocmd.Split(packages)
	}
	if len(split.Memory) > 0 {
		v = gocmd.Vetted{}
		if len(split.Vet) > 0 {
			if v, err = gocmd.Vet(tool, o.passFlags, split.Vet); err != nil {
				return report, err
			}
		}
		packages = slices.DeleteFunc(packages, func(p gocmd.Package) bool {
			return slices.Contains(split.Memory, finding.PackagePath(p.ImportPath)) || slices.Contains(split.Memory, p.ForTest)
		})
	} else if len(v.Complaints.Blocks) == 0 {
		return report, errors.New(strings.Join(v.Complaints.Loose, "\n"))
	}
	for _, line := range v.Complaints.Loose {
		report.Errors = append(report.Errors, finding.Error{Line: line})
	}
	plan := gocmd.Blocked(packages, v.Complaints.Blocks)
	memory := slices.Concat(split.Memory, plan.Memory)
	report.Add(finding.Report{
		Findings: v.Findings, Failures: v.Failures, Skipped: plan.Skipped,
		Errors: gocmd.Said(v.Complaints.Blocks, memory),
	})
	if len(memory) > 0 {
		loaded, err := inmemory.Run(o.passes, gocmd.Patterns(memory, o.packages))
		if err != nil {
			return report, err
		}
		report.Add(loaded)
	}
	return report, nil
}
