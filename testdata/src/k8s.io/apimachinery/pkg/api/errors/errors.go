// Package errors stands in for k8s.io/apimachinery/pkg/api/errors v0.37.2: the
// declarations that the corpora use.
package errors

func IsNotFound(err error) bool { return false }

func IsConflict(err error) bool { return false }
