// Package result stands in for
// github.com/RichardKnop/machinery/v2/backends/result v2.0.13: the
// declarations that the corpora use.
package result

type AsyncResult struct{}
