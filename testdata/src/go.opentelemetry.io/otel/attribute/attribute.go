// Package attribute stands in for go.opentelemetry.io/otel/attribute v1.44.0:
// the declarations that the corpora use.
package attribute

type Key string

type Value struct{ stringly string }

type KeyValue struct {
	Key   Key
	Value Value
}

func String(k, v string) KeyValue { return KeyValue{Key(k), Value{v}} }
