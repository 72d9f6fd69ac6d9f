// Package reconcile stands in for
// sigs.k8s.io/controller-runtime/pkg/reconcile v0.25.2: the declarations that
// the corpora use.
package reconcile

import (
	"time"

	"k8s.io/apimachinery/pkg/types"
)

type Request struct{ types.NamespacedName }

type Result struct {
	Requeue      bool
	RequeueAfter time.Duration
}

func TerminalError(wrapped error) error { return wrapped }
