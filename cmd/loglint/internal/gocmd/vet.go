package gocmd

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"slices"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// A Vetted is what came of a run of go vet.
type Vetted struct {
	Findings   []finding.Finding
	Failures   []finding.Failure
	Complaints Complaints
	Failed     bool // by its exit status: findings are no failure
}

// Vet runs go vet with the program tool, its flags and the packages, as often
// as it takes to name all of them.
func Vet(tool string, flags, packages []string) (Vetted, error) {
	var all Vetted
	for _, some := range chunks(packages) {
		one, err := vet(tool, flags, some)
		if err != nil {
			return Vetted{}, err
		}
		all.Findings = append(all.Findings, one.Findings...)
		all.Failures = append(all.Failures, one.Failures...)
		all.Complaints.add(one.Complaints)
		all.Failed = all.Failed || one.Failed
	}
	return all, nil
}

func vet(tool string, flags, packages []string) (Vetted, error) {
	// go vet itself asks the tool for JSON, as its last flag. With the same
	// flags in the same order its cache has the same answers for both.
	args := slices.Concat([]string{"vet", "-vettool=" + tool}, flags, []string{"-json", "--"}, packages)
	var stdout, stderr bytes.Buffer
	cmd := exec.Command("go", args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return Vetted{}, fmt.Errorf("go vet: %w", err)
	}
	v := Vetted{Failed: err != nil, Complaints: readComplaints(stderr.String())}
	v.Findings, v.Failures, err = finding.Decode(&stdout)
	if err != nil {
		return Vetted{}, fmt.Errorf("go vet: %w\n%s", err, stderr.String())
	}
	return v, nil
}
