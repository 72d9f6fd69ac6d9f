package known

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
