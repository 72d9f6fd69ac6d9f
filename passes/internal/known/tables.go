package known

import (
	"cmp"
	"slices"
	"strings"
)

// An Entry is what a table says of one function.
type Entry struct {
	Key    Key
	Effect *Effect // nil in a table of classes
	Class  Class   // Unknown in a table of effects
}

// Tables returns all entries of all tables, by key, for the tests that hold
// them against each other and against the real libraries. The name of an
// entry may be "*": see [classes].
func Tables() []Entry {
	var entries []Entry
	add := func(pkg, names string, e Entry) {
		for name := range strings.FieldsSeq(names) {
			e.Key = Key{Pkg: pkg, Name: name}
			if recv, method, ok := strings.Cut(name, "."); ok {
				e.Key.Recv, e.Key.Name = recv, method
			}
			entries = append(entries, e)
		}
	}
	for _, table := range effectTables {
		for pkg, byNames := range table {
			for names, effect := range byNames {
				add(pkg, names, Entry{Effect: &effect})
			}
		}
	}
	for _, table := range classTables {
		for pkg, byClass := range table {
			for class, names := range byClass {
				add(pkg, names, Entry{Class: class})
			}
		}
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Key.Pkg, b.Key.Pkg), cmp.Compare(a.Key.Recv, b.Key.Recv),
			cmp.Compare(a.Key.Name, b.Key.Name), cmp.Compare(a.Class, b.Class))
	})
	return entries
}
