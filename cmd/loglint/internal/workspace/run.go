package workspace

import (
	"errors"
	"os"
	"os/exec"
	"slices"
)

// Run runs the program once for each of several modules, and returns the
// exit status of all: 1 if one run has it, else 3 if one run has that.
func Run(flags []string, list []Unit) (status int, err error) {
	self, err := os.Executable()
	if err != nil {
		return 1, err
	}
	for _, u := range list {
		var args []string
		if u.Dir != "" {
			args = append(args, "-C", u.Dir)
		}
		cmd := exec.Command(self, slices.Concat(args, flags, u.Patterns)...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		err := cmd.Run()
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
			return 1, err
		}
		switch code := cmd.ProcessState.ExitCode(); {
		case code == 0 || status == 1:
		case code == 3:
			status = 3
		default:
			status = 1
		}
	}
	return status, nil
}
