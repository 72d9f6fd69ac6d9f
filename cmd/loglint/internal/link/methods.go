package link

import (
	"slices"

	"github.com/loglint/loglint/internal/defect"
)

// methods holds, for each method of an interface by its name, that of each type
// that implements the interface.
type methods map[string][]defect.Method

// A set is one of methods of interfaces, by their names.
type set map[string]bool

// any reports whether any of the methods is in the set.
func (s set) any(methods []string) bool {
	return slices.ContainsFunc(methods, func(name string) bool { return s[name] })
}

// all reports whether all of the methods are in the set.
func (s set) all(methods []string) bool {
	return !slices.ContainsFunc(methods, func(name string) bool { return !s[name] })
}

func methodsOf(types []defect.Type) methods {
	all := make(methods)
	eachImplementation(types, func(name string, t *defect.Type, m defect.Method) {
		all[name] = append(all[name], method(t, m))
	})
	return all
}

// implementersOf returns, for each method of an interface by its name, the names of the methods
// that it may stand for.
func implementersOf(types []defect.Type) map[string][]string {
	all := make(map[string][]string)
	eachImplementation(types, func(name string, t *defect.Type, m defect.Method) {
		all[name] = append(all[name], t.Name+"."+m.Name)
	})
	return all
}

// eachImplementation calls f for each method of an interface, by its name, with each type that
// implements the interface.
func eachImplementation(types []defect.Type, f func(name string, t *defect.Type, m defect.Method)) {
	byMethod := make(map[string][]*defect.Type) // the types that have a method
	for i := range types {
		t := &types[i]
		if t.Interface {
			continue
		}
		for _, m := range t.Methods {
			byMethod[key(m)] = append(byMethod[key(m)], t)
		}
	}
	for i := range types {
		iface := &types[i]
		if !iface.Interface || len(iface.Methods) == 0 {
			continue
		}
		for _, t := range byMethod[key(iface.Methods[0])] {
			if !implements(t, iface) {
				continue
			}
			for _, m := range iface.Methods {
				f(iface.Name+"."+m.Name, t, m)
			}
		}
	}
}

// key names a method with its type.
func key(m defect.Method) string { return m.Name + m.Signature }

// implements reports whether t has all methods of iface.
func implements(t, iface *defect.Type) bool {
	for _, m := range iface.Methods {
		if method(t, m).Name == "" {
			return false
		}
	}
	return true
}

// method returns the method of t that is like m, or none.
func method(t *defect.Type, m defect.Method) defect.Method {
	i := slices.IndexFunc(t.Methods, func(own defect.Method) bool { return key(own) == key(m) })
	if i < 0 {
		return defect.Method{}
	}
	return t.Methods[i]
}

// settle finds the methods of interfaces of which all that implements them comes
// out as one of outcomes. It begins with none, so that methods which only depend
// on each other are not among them.
func (all methods) settle(outcomes ...defect.Outcome) set {
	found := make(set)
	for changed := true; changed; {
		changed = false
		for name, methods := range all {
			if !found[name] && comesOut(name, methods, outcomes, found) {
				found[name] = true
				changed = true
			}
		}
	}
	return found
}

// comesOut reports whether all the methods that implement the one of that name
// come out as one of outcomes, or as methods that were found to. Those that only
// stand before another of the same interface are as good as that.
func comesOut(name string, methods []defect.Method, outcomes []defect.Outcome, found set) bool {
	seen := false
	for _, m := range methods {
		switch {
		case m.Outcome == defect.Depends && slices.Equal(m.Through, []string{name}):
			continue
		case m.Outcome == defect.Depends && found.all(m.Through), slices.Contains(outcomes, m.Outcome):
			seen = true
		default:
			return false
		}
	}
	return seen
}

// implemented returns the methods of interfaces that something implements by itself, and not only by
// what it stands before.
func (all methods) implemented() set {
	found := make(set)
	for name, methods := range all {
		found[name] = slices.ContainsFunc(methods, func(m defect.Method) bool { return m.Outcome != defect.Depends })
	}
	return found
}

// outside finds the methods of interfaces of which something that implements them
// returns errors of the world outside, itself or by what it depends on.
func (all methods) outside() set {
	found := make(set)
	reaches := func(m defect.Method) bool {
		return m.Outside || m.Outcome == defect.Depends && found.any(m.Through)
	}
	for changed := true; changed; {
		changed = false
		for name, methods := range all {
			if !found[name] && slices.ContainsFunc(methods, reaches) {
				found[name] = true
				changed = true
			}
		}
	}
	return found
}
