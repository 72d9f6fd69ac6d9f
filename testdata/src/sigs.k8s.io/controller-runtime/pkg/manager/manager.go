// Package manager stands in for sigs.k8s.io/controller-runtime/pkg/manager v0.25.2: the
// declarations that the corpora use.
package manager

type Manager interface{}
