package known

import "go/types"

// commandErrors are what a command of urfave/cli returns to end the program
// with an exit code: the library prints the message that it is given, which
// may be an error.
var commandErrors = effects{
	"github.com/urfave/cli/v2": {`Exit NewExitError`: does(Wraps)},
	"github.com/urfave/cli/v3": {`Exit`: does(Wraps)},
}

// commandLoggers print an error, and end the program if it says so.
var commandLoggers = effects{
	"github.com/urfave/cli/v2": {`HandleExitCoder`: line(Error)},
	"github.com/urfave/cli/v3": {`HandleExitCoder`: line(Error)},
}

// commandLines are the types that describe a command of a command line, for what does its
// work.
var commandLines = map[Key]bool{
	{"github.com/spf13/cobra", "", "Command"}:   true,
	{"github.com/urfave/cli", "", "Context"}:    true,
	{"github.com/urfave/cli/v2", "", "Context"}: true,
	{"github.com/urfave/cli/v2", "", "Command"}: true,
	{"github.com/urfave/cli/v3", "", "Command"}: true,
}

// IsCommandLine reports whether t, or what it points to, describes a command of a command
// line.
func IsCommandLine(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && commandLines[Key{n.Obj().Pkg().Path(), "", n.Obj().Name()}]
}
