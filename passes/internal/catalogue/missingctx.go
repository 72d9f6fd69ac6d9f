package catalogue

import "github.com/loglint/loglint/internal/defect"

var missingctx = Pass{
	Name:  "missingctx",
	Title: "a line that cannot be tied to its request",
	About: "A line is written while a request is handled, and nothing in it says which. Contexts are those of net/http, gin, echo, fiber, " +
		"fasthttp and huma, of methods and streams of gRPC and connect, of functions of AWS Lambda, and every parameter of type " +
		"`context.Context` outside start-up; those made of one, captured from around a closure, or held in a struct that is made for one " +
		"request. Where all callers of a function are in its package, they say whose context it is given; that of a reconciler of " +
		"controller-runtime counts as that of a request. `-reach=any` asks for any other context as well: of commands, start-up " +
		"and workers. The variants are those of log/slog, " +
		"and whatever the package, or one of its module that it imports, does elsewhere: a sibling that takes a context (`glog.InfofCtx`), " +
		"a logger bound to one (`log.Ctx(ctx)`, `log.G(ctx)`, `FromContext(ctx)`), or a context as the first value (`log.Info(ctx, \"msg\")`). " +
		"What a context carries is followed from where it is put there: by `context.WithValue` under a key that is a type without fields, a constant or a " +
		"variable, by what zerolog, logr, hclog and others have for that, and by `Set` of gin and echo; in a function that hands the request on to the next " +
		"handler, or that gRPC, connect or controller-runtime calls before one. A key that is computed is unknown.",
	Rules: []Rule{
		{
			Category: defect.CatNoContext,
			Summary:  "the call has a variant that takes the context, and the request's is in reach",
			Reports: "`slog.Info` and its like, as functions or as methods of a logger, where `InfoContext` could be given the context of " +
				"the request or of the operation that can be named there; and a line of another logger that bypasses how the " +
				"package, or one of its module that it imports, ties its lines to a context elsewhere, with what would do named in the message.",
			Why: "A handler of slog adds the request's id, its trace and its user from the context. The line without it is the one " +
				"that is not there when the incident is filtered by trace.",
			NotReported: []string{
				"loggers that are bound to the request: made with its data, taken from its context, or handed in",
				"lines that are given something that was got from the context",
				"start-up: `main`, `init`, and what only they reach",
				"wrappers of the logger, and handlers of slog",
				"the request of a client, which is made here and not served",
			},
			Default: "A finding is of high confidence where the context is known to carry something for the line: a middleware or an interceptor, of the same program under the command, of the package and those that it imports under other drivers, puts there what the line's logger, or the handler of slog behind it, looks for. The message names it. So it is in what handles requests, and in what they call with their context, itself or by others and by interfaces; but not in a middleware, of which it is not known what stands before it. More than two such lines of a package that lack the same are one finding, which tells how many there are. What the context carries is else not known, and few of these findings are worth a change: they are of medium confidence at most, and of low where the function is only ever called with contexts of no request, where a logger could be bound to the context and nothing seen of the module binds one, and where the logger can be followed to a handler that reads nothing from contexts: the message says so. Where the whole program is at hand, and nothing in it puts anything under the key that the logger is looked for, there is no finding.",
		},
		{
			Category: defect.CatBackground,
			Summary:  "the logger is given `context.Background()` instead of the request's context",
			Reports: "`context.Background()` or `context.TODO()`, or a context of the module's own that belongs to no request (a function without " +
				"parameters returns it, a package variable holds it), handed to a logging call, or to what makes the logger of the line, while the " +
				"context of the request is in reach. In a goroutine that outlives the request the message advises `context.WithoutCancel`.",
			Why: "The call has the right form, so it passes every review and every check of form. Its lines carry no request id all the " +
				"same, and they are missing from the trace.",
			NotReported: []string{
				"a detached context that work is done with, too: it was detached on purpose; but for a goroutine that a request starts, where `context.WithoutCancel` would keep the values",
				"`context.WithoutCancel` and other contexts derived from the request's",
				"workers and start-up code, where an empty context is all there is",
			},
			Default: "As for [nocontext](#nocontext).",
		},
		{
			Category: defect.CatHelper,
			Summary:  "request-handling code calls a function that logs without a context and takes none",
			Reports: "A call, with a context in reach, of a function of the module that writes a line for its caller, itself or by another such " +
				"function, and has no parameter by which it could be given the context. It is reported at the call, since that is where the " +
				"context ends, once in a package, and the message names the way to the line.",
			Why: "The lines of helpers are those that say what was tried: \"retrying\", \"cache miss\", \"using replica\". In an incident " +
				"they are wanted for one request, and can be had for all of them only.",
			NotReported: []string{
				"methods of a value that is bound to the request",
				"functions that are given a context, a request or a logger",
				"calls with no context in reach",
				"helpers whose lines are for developers (Debug), or could not carry a context",
			},
			Default: "As for [nocontext](#nocontext).",
		},
		{
			Category: defect.CatAnonymous,
			Summary:  "a warning or an error is logged in a handler with no data of the request at all, by a logger that takes no context",
			Reports: "A line of the level of a warning or above, or of a logger without levels in an error branch, where a request " +
				"is in reach and neither the logger nor any argument comes from it. The error itself does not count as data of the request.",
			Why: "\"export failed: EOF\" a hundred times an hour: one client that tries again, or a hundred that gave up? The line could have " +
				"said so for the price of one argument.",
			NotReported: []string{
				"lines with any data of the request: an id, the path, the user, a value that was loaded by one of these",
				"loggers with a prefix or a field of the request",
				"errors that were wrapped with data of the request, or quote it: what a parser could not read",
				"lines with another in the same branch that says which request, or whose error is handed to the framework for its middleware",
				"lines of lower levels, and lines where no request is in reach",
			},
			Default: "A finding is of high confidence where the context of the request is known to carry what would say which one it is, and the message names what puts it there; else of medium.",
		},
	},
}
