package catalogue

import "github.com/loglint/loglint/internal/defect"

var nolog = Pass{
	Name:  "nolog",
	Title: "at the boundary, and nobody wrote it down",
	About: "An error arrives where it can travel no further, and there nothing logs it. Logging it is the last chance that somebody will know of it.",
	Rules: []Rule{
		{
			Category: defect.CatAnswered,
			Summary:  "the client is told that something failed; the operator is not",
			Reports: "A handler, or an error made for a client (`status.Error`, `echo.NewHTTPError`), answers with a 5xx, or with a 4xx or " +
				"a computed status for a failure of the server's own, and nothing logs the cause on that path.",
			Why: "The graph shows a rise of 500s, and the log of those minutes is empty. Worse where the answer is 404 or 401: a database " +
				"that is down looks like users who mistype.",
			NotReported: []string{
				"a 4xx for what the client sent wrong: a body that does not decode, a number that does not parse",
				"sentinels that are recognised: `sql.ErrNoRows` is a 404, and no more",
				"handlers that return the error to their framework, or hand it over with the answer",
				"answers by a helper that logs what it is given",
				"errors that the callee has logged, and lines that come after the answer",
			},
			Comment: inBranch,
		},
		{
			Category: defect.CatExit,
			Summary:  "the program ends without a word",
			Reports:  "`os.Exit`, or the end of `main` or `init`, on an error that nothing has printed or logged.",
			Why: "The pod restarts for the tenth time, and its log has nothing but exit status 1. The only way to learn more is to run it " +
				"by hand, where it works.",
			NotReported: []string{
				"errors that are printed, by whatever means: `fmt.Fprintln(os.Stderr, …)`, `log.Fatal`, a panic",
				"the status of a child process that is passed on",
				"flag sets, and functions of this program, that have printed their error themselves",
			},
			Comment: inBranch,
		},
		{
			Category: defect.CatGoroutine,
			Summary:  "a goroutine ends on an error that nobody sees",
			Reports:  "The body of a goroutine ends on an error that nothing logs, sends or stores; or `go f()`, where `f` returns an error.",
			Why: "A worker that has ended leaves no gap: the process is up, its health check is green, and the queue grows. Nothing says " +
				"when the work stopped, or why.",
			NotReported: []string{
				"errors that go over a channel, into a captured variable, a slice or a field, or to a function that was handed in",
				"functions of an `errgroup.Group`, which return their error",
				"functions that log what they return",
				"errors that a deferred closure of the goroutine logs",
			},
			Comment: inBranch + ", or, for `go f()`, on its line",
		},
		{
			Category: defect.CatRecovered,
			Summary:  "a panic is recovered, and its value is lost",
			Reports:  "`recover()` whose value nothing logs or passes on, or a line about the panic that lacks the value.",
			Why: "A panic is a bug that has just shown itself, with its value and its stack. After a bare `recover()` all that is left " +
				"is a request without an answer, and the bug stays.",
			NotReported: []string{
				"values that are logged, sent, stored, or made an error of",
				"panics that are known and meant, such as `http.ErrAbortHandler`, where anything else goes on",
				"values that are handed to a helper that logs them",
			},
			Comment: "in the branch that follows `recover()`, or on its line",
			Default: "There is no evidence to weigh: a panic is never expected.",
		},
		{
			Category: defect.CatCallback,
			Summary:  "an error ends in a callback or deferred function that has no way to return it",
			Reports: "A function literal without an error result, handed to other code or deferred, ends on an error that nothing logs, " +
				"sends or stores.",
			Why: "Whoever calls it back has done its part, and will never ask. The timer fired, the message was taken off the queue, and the " +
				"order is still there in the morning.",
			NotReported: []string{
				"callbacks that can return the error, and do",
				"errors that are stored in a captured variable, sent over a channel, or set in a named result",
				"comparisons and other callbacks whose answer is computed",
				"deferred clean-up",
			},
			Comment: inBranch + ", or, for a call that stands alone, on its line",
		},
	},
}
