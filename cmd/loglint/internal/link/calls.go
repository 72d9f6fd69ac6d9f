package link

import (
	"maps"
	"slices"

	"github.com/loglint/loglint/internal/defect"
)

// callsOf puts the calls of all packages together, by their callees. Of several places that handle
// an error, that of the package which comes first is named, with its package.
func callsOf(packages map[string]defect.Package) map[string]defect.Calls {
	all := make(map[string]defect.Calls)
	for _, path := range slices.Sorted(maps.Keys(packages)) {
		for _, c := range packages[path].Calls {
			c.At.Pkg = path
			all[c.Of] = all[c.Of].Add(c)
		}
	}
	return all
}
