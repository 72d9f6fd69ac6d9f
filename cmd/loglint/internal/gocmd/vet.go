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

// A Command is how the go command is run.
type Command struct {
	Tool    string   // the vet tool
	Flags   []string // its flags
	overlay string   // the file that Embed has written, if it has
}

// build returns the flags for each go command that looks at packages.
func (c *Command) build() []string {
	if c.overlay == "" {
		return nil
	}
	return []string{"-overlay=" + c.overlay}
}

// Refused reports whether nothing or not everything was analysed because some
// packages could not be loaded.
func (v Vetted) Refused() bool { return v.Failed && len(v.Complaints.Loose) > 0 }

// Vet runs go vet for the packages, as often as it takes to name all of them.
func (c *Command) Vet(packages []string) (Vetted, error) {
	var all Vetted
	for _, some := range chunks(packages) {
		one, err := c.vet(some)
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

func (c *Command) vet(packages []string) (Vetted, error) {
	// Which packages were asked for is found out meanwhile; see chosen.
	asked := make(chan []string, 1)
	go func() {
		paths, err := c.paths(packages)
		if err != nil {
			paths = nil // go vet says it, too
		}
		asked <- paths
	}()
	args := slices.Concat([]string{"vet", "-vettool=" + c.Tool}, c.build(), []string{"-" + EveryUnit}, c.Flags, []string{"-json", "--"}, packages)
	var stdout, stderr bytes.Buffer
	cmd := exec.Command("go", args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	paths := <-asked
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return Vetted{}, fmt.Errorf("go vet: %w", err)
	}
	v := Vetted{Failed: err != nil, Complaints: readComplaints(stderr.String())}
	units, err := finding.Decode(&stdout)
	if err != nil {
		return Vetted{}, fmt.Errorf("go vet: %w\n%s", err, stderr.String())
	}
	for _, u := range chosen(units, paths) {
		v.Findings = append(v.Findings, u.Findings...)
		v.Failures = append(v.Failures, u.Failures...)
	}
	return v, nil
}
