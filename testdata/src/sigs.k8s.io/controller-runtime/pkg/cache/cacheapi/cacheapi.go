// Package cacheapi stands in for
// sigs.k8s.io/controller-runtime/pkg/cache/cacheapi v0.25.2, of which package
// client has an alias.
package cacheapi

type Object interface{ GetName() string }
