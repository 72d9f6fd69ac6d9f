// Package types stands in for k8s.io/apimachinery/pkg/types v0.37.2: the
// declarations that the corpora use.
package types

type NamespacedName struct {
	Namespace string
	Name      string
}
