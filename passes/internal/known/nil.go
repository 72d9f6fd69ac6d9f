package known

import "go/types"

// nilForNil are the functions that make nil of an error which is nil.
var nilForNil = map[Key]bool{
	{"github.com/pkg/errors", "", "WithMessage"}:          true,
	{"github.com/pkg/errors", "", "WithMessagef"}:         true,
	{"github.com/pkg/errors", "", "WithStack"}:            true,
	{"github.com/pkg/errors", "", "Wrap"}:                 true,
	{"github.com/pkg/errors", "", "Wrapf"}:                true,
	{"github.com/cockroachdb/errors", "", "WithMessage"}:  true,
	{"github.com/cockroachdb/errors", "", "WithMessagef"}: true,
	{"github.com/cockroachdb/errors", "", "WithStack"}:    true,
	{"github.com/cockroachdb/errors", "", "Wrap"}:         true,
	{"github.com/cockroachdb/errors", "", "Wrapf"}:        true,
}

// NilForNil reports whether a function that wraps an error returns nil for one that is
// nil.
func NilForNil(fn *types.Func) bool { return nilForNil[KeyOf(fn)] }
