// Package controllerruntime stands in for sigs.k8s.io/controller-runtime
// v0.25.2: the declarations that the corpora use.
package controllerruntime

import (
	"sigs.k8s.io/controller-runtime/pkg/builder"
	"sigs.k8s.io/controller-runtime/pkg/log"
	"sigs.k8s.io/controller-runtime/pkg/reconcile"
)

type (
	Request = reconcile.Request
	Result  = reconcile.Result
)

var (
	LoggerFrom = log.FromContext

	NewControllerManagedBy = builder.ControllerManagedBy
)
