// Package builder stands in for sigs.k8s.io/controller-runtime/pkg/builder v0.25.2: the
// declarations that the corpora use.
package builder

import (
	"sigs.k8s.io/controller-runtime/pkg/manager"
	"sigs.k8s.io/controller-runtime/pkg/reconcile"
)

type TypedBuilder[request comparable] struct{ name string }

type Builder = TypedBuilder[reconcile.Request]

func ControllerManagedBy(m manager.Manager) *Builder { return &Builder{} }

func (blder *TypedBuilder[request]) Named(name string) *TypedBuilder[request] { return blder }
