package link

import (
	"strings"

	"github.com/loglint/loglint/internal/defect"
)

// users says of each package which programs use it: some that serve clients, or any at all.
type users struct {
	served, used map[string]bool
	// known says that there is a program that serves: without one nothing can be said.
	known bool
	// carriers holds, for each package, what puts values into contexts in the programs
	// that use it and serve clients, and partly the packages that are used by a program
	// of which not all packages are at hand.
	carriers map[string]defect.Carriers
	partly   map[string]bool
}

// usersOf looks at packages, by their import paths.
func usersOf(packages map[string]defect.Package) users {
	u := users{served: make(map[string]bool), used: make(map[string]bool), carriers: make(map[string]defect.Carriers), partly: make(map[string]bool)}
	for path, p := range packages {
		if !p.Main {
			continue
		}
		reached := make(map[string]bool)
		reach(packages, path, reached)
		serves, whole := false, true
		var carriers defect.Carriers
		var uses []string
		for path := range reached {
			p, atHand := packages[path]
			u.used[path] = true
			serves, whole = serves || p.Serves, whole && atHand
			carriers, uses = append(carriers, p.Carriers...), append(uses, p.Uses...)
		}
		if !whole {
			for path := range reached {
				u.partly[path] = true
			}
		}
		if serves {
			u.known = true
			carriers = carriers.Used(uses)
			for path := range reached {
				u.served[path] = true
				u.carriers[path] = append(u.carriers[path], carriers...)
			}
		}
	}
	for path, carriers := range u.carriers {
		u.carriers[path] = carriers.Sorted() // whichever program came first
	}
	return u
}

// reach adds a package and what it imports.
func reach(packages map[string]defect.Package, path string, reached map[string]bool) {
	if reached[path] {
		return
	}
	reached[path] = true
	for _, imp := range packages[path].Imports {
		reach(packages, imp, reached)
	}
}

// evidence is what the programs that use a package say of findings in it.
func (u users) evidence(path string) []defect.Evidence {
	switch {
	case !u.known || u.served[path]:
		return nil
	case u.used[path]:
		return []defect.Evidence{defect.EvTool}
	}
	return []defect.Evidence{defect.EvUnreached}
}

// carriesNothing reports whether no program puts anything into a context under any of the
// keys, which are those of packages at hand: a line of the package would find nothing
// there.
func (u users) carriesNothing(path string, keys []string) bool {
	if !u.served[path] || u.partly[path] || len(keys) == 0 {
		return false
	}
	for _, key := range keys {
		if of, _, _ := strings.Cut(key, "#"); !u.used[of] {
			return false
		}
	}
	return u.carriers[path].Nothing(keys)
}

// reachedIn returns the functions of all packages that are given the contexts of requests.
func reachedIn(behind map[string][]string, packages map[string]defect.Package) map[string]defect.Protocols {
	var flows []defect.Flow
	for _, p := range packages {
		flows = append(flows, p.Flows...)
	}
	return defect.Reached(flows, behind)
}
