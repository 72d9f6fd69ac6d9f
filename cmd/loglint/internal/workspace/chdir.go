package workspace

import (
	"errors"
	"os"
	"strings"
)

// ChangeDir obeys -C dir, which comes first as in the go command, and returns
// the other arguments.
func ChangeDir(args []string) (rest []string, at Start, err error) {
	if at.Shell, err = os.Getwd(); err != nil {
		return nil, Start{}, err
	}
	if rest, err = changed(args); err != nil {
		return nil, Start{}, err
	}
	if at.Names = os.Getenv(StartVariable); at.Names == "" {
		at.Names, err = os.Getwd()
	}
	return rest, at, err
}

// A Start is where the command runs.
type Start struct {
	Shell string // the directory in which it was started
	// From here files are named, in the arguments and in what is written: as with
	// the go command the directory that -C changed to. A run that is one of
	// several names them as the others do.
	Names string
}

func changed(args []string) ([]string, error) {
	if len(args) == 0 {
		return args, nil
	}
	name, dir, hasValue := strings.Cut(args[0], "=")
	if name != "-C" && name != "--C" {
		return args, nil
	}
	args = args[1:]
	if !hasValue {
		if len(args) == 0 {
			return nil, errors.New("flag needs an argument: -C")
		}
		dir, args = args[0], args[1:]
	}
	return args, os.Chdir(dir)
}
