package workspace

import (
	"errors"
	"os"
	"os/exec"
	"slices"
)

// StartVariable is the environment variable by which [Run] tells each run from
// which directory to name files.
const StartVariable = "LOGLINT_START"

// Run runs the program once for the files of each of several modules, and
// returns the exit status of all: 1 if one run has it, else 3 if one run has
// that. Each names files from the directory that this one is in.
func Run(flags []string, list []Unit) (status int, err error) {
	here, err := os.Getwd()
	if err != nil {
		return 1, err
	}
	self, err := os.Executable()
	if err != nil {
		return 1, err
	}
	for _, u := range list {
		var args []string
		if u.Dir != "" {
			args = append(args, "-C", u.Dir)
		}
		cmd := exec.Command(self, slices.Concat(args, []string{"-files"}, flags, u.Files)...)
		cmd.Env = append(os.Environ(), StartVariable+"="+here)
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
