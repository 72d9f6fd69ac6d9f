// Package client stands in for sigs.k8s.io/controller-runtime/pkg/client
// v0.25.2: the declarations that the corpora use.
package client

import (
	"context"

	"k8s.io/apimachinery/pkg/types"
	"sigs.k8s.io/controller-runtime/pkg/cache/cacheapi"
)

type (
	ObjectKey = types.NamespacedName
	Object    = cacheapi.Object
)

type GetOption interface{}

type UpdateOption interface{}

type Reader interface {
	Get(ctx context.Context, key ObjectKey, obj Object, opts ...GetOption) error
}

type Writer interface {
	Update(ctx context.Context, obj Object, opts ...UpdateOption) error
}

type Client interface {
	Reader
	Writer
}

func IgnoreNotFound(err error) error { return err }
