package link

import (
	"slices"

	"github.com/loglint/loglint/passes/errfate"
)

// A program is what is known of the types of all packages.
type program struct {
	// methods holds, for each method of an interface by its name, that of each
	// type that implements the interface.
	methods map[string][]errfate.Method
	settled map[string]bool // see settle
}

func newProgram(types []errfate.Type) *program {
	p := &program{methods: make(map[string][]errfate.Method)}
	byMethod := make(map[string][]*errfate.Type) // the types that have a method
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
				name := iface.Name + "." + m.Name
				p.methods[name] = append(p.methods[name], method(t, m))
			}
		}
	}
	p.settle()
	return p
}

// key names a method with its type.
func key(m errfate.Method) string { return m.Name + m.Signature }

// implements reports whether t has all methods of iface.
func implements(t, iface *errfate.Type) bool {
	for _, m := range iface.Methods {
		if method(t, m).Name == "" {
			return false
		}
	}
	return true
}

// method returns the method of t that is like m, or none.
func method(t *errfate.Type, m errfate.Method) errfate.Method {
	i := slices.IndexFunc(t.Methods, func(own errfate.Method) bool { return key(own) == key(m) })
	if i < 0 {
		return errfate.Method{}
	}
	return t.Methods[i]
}

// settle finds the methods of interfaces with whose errors nothing is lost. It
// begins with none, so that methods which only depend on each other are not
// among them.
func (p *program) settle() {
	p.settled = make(map[string]bool)
	for changed := true; changed; {
		changed = false
		for name, methods := range p.methods {
			if !p.settled[name] && p.losesNothing(name, methods) {
				p.settled[name] = true
				changed = true
			}
		}
	}
}

// losesNothing reports whether all the methods that implement the one of that
// name have logged what they return, or return nothing that tells something.
// Those that only stand before another of the same interface are as good as
// that.
func (p *program) losesNothing(name string, methods []errfate.Method) bool {
	seen := false
	for _, m := range methods {
		switch m.Outcome {
		case errfate.Open:
			return false
		case errfate.Depends:
			if slices.Equal(m.Through, []string{name}) {
				continue
			}
			if !p.loseNothing(m.Through) {
				return false
			}
		}
		seen = true
	}
	return seen
}

// loseNothing reports whether nothing is lost with the errors of any of the
// methods of interfaces.
func (p *program) loseNothing(methods []string) bool {
	return !slices.ContainsFunc(methods, func(name string) bool { return !p.settled[name] })
}
