// Package klogs writes with klog.
package klogs

import (
	"os"

	"k8s.io/klog/v2"
)

// A line as this package writes it.
func sweep(path string) {
	if err := os.Rename(path, path+".old"); err != nil {
		klog.ErrorS(err, "Failed to sweep node", "path", path)
	}
}

// A node is missing from the list.
func nodes(paths []string) (all []string) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `dropped`
			continue
		}
		all = append(all, string(data))
	}
	return all
}
