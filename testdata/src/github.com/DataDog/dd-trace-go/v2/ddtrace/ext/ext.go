// Package ext stands in for github.com/DataDog/dd-trace-go/v2/ddtrace/ext
// v2.12.0: the declarations that the corpora use.
package ext

const (
	Error    = "error"
	ErrorMsg = "error.message"
)
