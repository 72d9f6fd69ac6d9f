package catalogue

import "github.com/loglint/loglint/internal/defect"

var swallowederr = Pass{
	Name:  "swallowederr",
	Title: "lost on the way",
	About: "An error is lost between the call that gives it and the place where somebody could have been told.",
	Rules: []Rule{
		{
			Category: defect.CatDropped,
			Summary:  "an error is checked and then forgotten",
			Reports: "A path on which the error is tested, or could have been, and then neither returned, logged, stored, sent nor " +
				"handed on: `return nil`, a bare `return`, `continue`, `break`, a zero value or a default in its place, a case that " +
				"falls through, an error that is wrapped and then let go; an error that a deferred literal puts into a variable which is no " +
				"named result, or that a variable hides by its name; one that is sent to a channel from which nothing receives. The " +
				"message names the call, how the path goes on, and where.",
			Why: "The caller is told that all is well, and goes on with a list that is too short or a setting that nobody chose. When " +
				"somebody notices, days later, no line says that a file could not be read, let alone which.",
			NotReported: []string{
				"parse fallbacks: `strconv.Atoi` fails, and a default is used",
				"sentinels on the branch that recognises them: `io.EOF`, `sql.ErrNoRows`, `fs.ErrNotExist`, `context.Canceled`",
				"loops that try again, if the last attempt's error is reported",
				"errors that are collected, joined, sent, stored in a field, or set in a named result",
				"errors that the callee has logged before it returned them",
				"best-effort clean-up, such as closing what was only read",
			},
			Comment: inBranch,
		},
		{
			Category: defect.CatDiscarded,
			Summary:  "nothing looks at an error",
			Reports: "The error of a call is no value at all: the call stands alone, is deferred, or its error goes to the blank while " +
				"its other result is used. So are errors that have to be asked for: `rows.Err()` after the loop, `Scanner.Err`, " +
				"`csv.Writer.Error`, the `Err` of a go-redis command, the `Error` of a gorm result where gorm's logger is silent; the " +
				"channel that a function sends its errors to, thrown away; and a line of zerolog that is begun and never written.",
			Why: "A write that did not happen looks exactly like one that did. The loss shows where the data is needed next, in " +
				"another process and on another day.",
			NotReported: []string{
				"calls that never fail, as their documentation says: `bytes.Buffer`, `strings.Builder`, `hash.Hash`, `crypto/rand.Read`",
				"printing, and writing to a response: nobody could act on the error",
				"best-effort clean-up: `Close` of what was read, `Rollback`, `os.Remove` on a failing path, `Stop`, `Shutdown`",
				"errors that follow from the arguments alone",
				"rows, scanners and writers that are handed to a function, stored or returned: they may be asked there; and those that read from memory",
				"a channel that anything may receive from: one that is handed on, returned, or that another package can name",
			},
			Comment: onLine,
			Default: "`_ = f()` alone is an explicit decision, and of low confidence.",
		},
		{
			Category: defect.CatOverwritten,
			Summary:  "the variable of an error is assigned again before anything looks",
			Reports: "The variable that takes an error gets another value, in the next line, in the next round of a loop or in a closure, " +
				"and nothing has looked at the first. Whatever call the error is from: this is a slip, never a decision.",
			Why: "The code looks as if it checked everything, and review lets it pass. The step that failed is the one that is " +
				"never mentioned; the one after it, which went well, decides.",
			NotReported: []string{
				"errors that are tested, joined or stored between the two assignments",
				"branches that assign the same variable and meet in one test",
				"a second attempt after the first error was tested",
				"loops whose condition is the test",
			},
			Comment: onLine + ", if no path looks at the error",
		},
		{
			Category: defect.CatReplaced,
			Summary:  "another error is returned in its place, and the cause is gone",
			Reports: "The error branch returns a new error, or a sentinel, that does not carry the one at hand, and nothing logs that " +
				"one: `errors.New(\"…\")`, or `fmt.Errorf` without it. Or the error that is returned, or wrapped, is nil there, as a test " +
				"on the way has shown: `errors.Wrap(nil, …)` is nil, and the caller is told that all went well.",
			Why: "There is a line in the log, and it says that the price service was unavailable: not whether it was DNS, a timeout, a " +
				"certificate or a refused connection. What could be seen at this line cannot be seen anywhere else.",
			NotReported: []string{
				"errors that carry the cause: `%w`, `%v`, `errors.Join`, a constructor or a struct that takes it",
				"sentinels and types that are recognised first, and translated",
				"a cause that is logged before the other error is returned",
				"a new error that quotes the input which did not parse",
			},
			Comment: inBranch,
		},
		{
			Category: defect.CatNoValue,
			Summary:  "a line is logged for an error, but without it",
			Reports: "The error branch logs, and neither the error nor its text is among the arguments. If another error is, such as " +
				"that of an earlier call, the message says so.",
			Why: "Whoever reads the line knows that it failed, and has nothing to go on: the question that the line raises was answered one variable away.",
			NotReported: []string{
				"lines that carry the error in any form: as an attribute, its text, in a logger derived for the line",
				"lines that are one of several, if another has the error, and notes on the way of an error that is returned",
				"lines that quote the input which did not parse",
			},
			Comment: inBranch,
		},
	},
}
