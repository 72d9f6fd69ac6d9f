// Package missingctx defines an analyzer that reports log lines that cannot
// be tied to the request they are written for.
package missingctx

const doc = `report log lines that lack the request's context

A line that cannot be tied to its request is noise in an incident.

It reports:

  - nocontext: the call has a variant that takes a context, or the package or
    its module binds its loggers to one elsewhere, the request's is in reach,
    and neither the call nor its logger carries it
  - background: a logger is given context.Background() instead, or a context of
    the module's own that belongs to no request
  - helper: request-handling code calls a helper that logs, itself or by
    another, without a context, and takes none
  - anonymous: a warning or error line in a handler has no data of the request

With -reach=any, any context counts as that of a request.

It does not report start-up and background code, loggers bound to the
request, log wrappers and handlers, or contexts detached on purpose.

To silence one:

	//loglint:ignore nocontext reason`
