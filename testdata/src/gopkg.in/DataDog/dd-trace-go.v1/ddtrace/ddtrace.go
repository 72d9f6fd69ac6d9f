// Package ddtrace stands in for gopkg.in/DataDog/dd-trace-go.v1/ddtrace
// v1.74.8: the declarations that the corpora use.
package ddtrace

type Span interface {
	SetTag(key string, value interface{})
	Finish(opts ...FinishOption)
}

type StartSpanOption func(cfg *StartSpanConfig)

type StartSpanConfig struct{}

type FinishOption func(cfg *FinishConfig)

type FinishConfig struct{}
