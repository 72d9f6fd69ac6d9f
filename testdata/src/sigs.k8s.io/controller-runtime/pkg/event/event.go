// Package event stands in for sigs.k8s.io/controller-runtime/pkg/event
// v0.25.2: the declarations that the corpora use.
package event

type TypedCreateEvent[object any] struct {
	Object object
}
