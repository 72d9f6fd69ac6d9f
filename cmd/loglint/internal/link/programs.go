package link

import "github.com/loglint/loglint/internal/defect"

// users says of each package which programs use it: some that serve clients, or any at all.
type users struct {
	served, used map[string]bool
	// known says that there is a program that serves: without one nothing can be said.
	known bool
}

// usersOf looks at packages, by their import paths.
func usersOf(packages map[string]defect.Package) users {
	u := users{served: make(map[string]bool), used: make(map[string]bool)}
	for path, p := range packages {
		if !p.Main {
			continue
		}
		reached := make(map[string]bool)
		reach(packages, path, reached)
		serves := false
		for path := range reached {
			u.used[path] = true
			serves = serves || packages[path].Serves
		}
		if serves {
			u.known = true
			for path := range reached {
				u.served[path] = true
			}
		}
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
