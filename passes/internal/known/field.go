package known

import (
	"go/types"
	"slices"
	"strings"
)

// loggedFields are the fields in which libraries leave an error that they have
// logged themselves, unless they were told not to, by the path of the package:
// Type.Field.
var loggedFields = map[string]string{
	"gorm.io/gorm":           "DB.Error",
	"github.com/jinzhu/gorm": "DB.Error",
}

// HoldsLogged reports whether the field of that name of type t, a named type or
// a pointer to one, holds an error that its library has logged.
func HoldsLogged(t types.Type, field string) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	return slices.Contains(strings.Fields(loggedFields[n.Obj().Pkg().Path()]), n.Obj().Name()+"."+field)
}

// LoggedFields calls f for each of them.
func LoggedFields(f func(pkg, typ, field string)) {
	for pkg, names := range loggedFields {
		for name := range strings.FieldsSeq(names) {
			typ, field, _ := strings.Cut(name, ".")
			f(pkg, typ, field)
		}
	}
}
