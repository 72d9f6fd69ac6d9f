package ctxvalue

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// maxFields bounds how many fields are named.
const maxFields = 3

// fieldsOf returns the names of the fields that a logger adds to its lines, in the order
// in which they are added, as far as they are seen: those whose value is no constant, which
// would be the same for each request. What is no logger has none.
func (x *Index) fieldsOf(v ssa.Value) []string {
	if t := ssax.Unwrap(v).Type(); !x.IsLogger(t) && !x.IsLogger(types.NewPointer(t)) {
		return nil
	}
	names := x.fieldsMade(v, new(ssax.Walk))
	if len(names) > maxFields {
		names = names[:maxFields]
	}
	return names
}

func (x *Index) fieldsMade(v ssa.Value, w *ssax.Walk) []string {
	if !w.Enter(v) {
		return nil
	}
	if from, ok := ssax.Back(v); ok {
		if len(from) != 1 {
			return nil // they depend on the way
		}
		return x.fieldsMade(from[0], w)
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		return x.fieldsMade(v.X, w)
	case *ssa.Extract:
		return x.fieldsMade(v.Tuple, w)
	case *ssa.Call:
		recv := ssax.Receiver(&v.Call)
		var names []string
		if fn := ssax.StaticCallee(&v.Call); fn != nil && len(fn.Blocks) > 0 && fn.Pkg == v.Parent().Pkg {
			if names = x.fieldsReturned(fn, w); recv == nil {
				return names
			}
		}
		if recv != nil {
			names = more(x.fieldsMade(recv, w), names)
		}
		return more(names, fieldsGiven(&v.Call))
	}
	return nil
}

// fieldsReturned returns the names of the fields of the logger that fn returns, if it is
// always the same.
func (x *Index) fieldsReturned(fn *ssa.Function, w *ssax.Walk) []string {
	var returned []ssa.Value
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
			returned = append(returned, ret.Results[0])
		}
	}
	if len(returned) != 1 {
		return nil
	}
	return x.fieldsMade(returned[0], w)
}

// more returns names and those of others that are not among them.
func more(names, others []string) []string {
	for _, name := range others {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// fieldsGiven returns the names of the fields that a call is given for a logger:
// Str("id", id), With("id", id), With(zap.String("id", id)), WithFields(map).
func fieldsGiven(common *ssa.CallCommon) []string {
	args := ssax.Args(common)
	if common.Signature().Variadic() && len(args) > 0 {
		args = slices.Concat(args[:len(args)-1], elements(args[len(args)-1]))
	}
	var names []string
	for i := 0; i < len(args); i++ {
		switch v := ssax.Unwrap(args[i]).(type) {
		case *ssa.Const:
			if i+1 < len(args) {
				names = append(names, fieldOf(v, args[i+1])...)
				i++
			}
		case *ssa.Call: // a field that is made for the logger
			if inner := ssax.Args(&v.Call); len(inner) >= 2 {
				names = append(names, fieldOf(inner[0], inner[1])...)
			}
		case *ssa.MakeMap:
			for _, ref := range ssax.Referrers(v) {
				if update, ok := ref.(*ssa.MapUpdate); ok {
					names = append(names, fieldOf(update.Key, update.Value)...)
				}
			}
		}
	}
	return names
}

// fieldsListed returns the names of the fields that a call is given in pairs at its end:
// With(ctx, "id", id).
func fieldsListed(common *ssa.CallCommon) []string {
	args := ssax.Args(common)
	if !common.Signature().Variadic() || len(args) == 0 || !isAnything(args[len(args)-1]) {
		return nil
	}
	names := fieldsGiven(common)
	return names[:min(len(names), maxFields)]
}

// elements returns the elements of a list that is written down where it is handed on, in
// their order.
func elements(v ssa.Value) []ssa.Value {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return nil
	}
	var found []ssa.Value
	for _, ref := range ssax.Referrers(slice.X) {
		addr, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		if stored := ssax.StoredIn(addr); len(stored) == 1 {
			found = append(found, stored[0])
		}
	}
	return found // go/ssa writes them in their order
}

// fieldOf returns the name of a field, if it is one whose value is no constant.
func fieldOf(name, value ssa.Value) []string {
	c, ok := ssax.Unwrap(name).(*ssa.Const)
	if !ok {
		return nil
	}
	if _, same := ssax.Unwrap(value).(*ssa.Const); same {
		return nil
	}
	if text, ok := fieldName(c); ok {
		return []string{text}
	}
	return nil
}

// fieldName returns the text of a constant that may name a field.
func fieldName(c *ssa.Const) (string, bool) {
	b, ok := c.Type().Underlying().(*types.Basic)
	if !ok || b.Info()&types.IsString == 0 || c.Value == nil {
		return "", false
	}
	name := constant.StringVal(c.Value)
	isOther := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-.", r)
	}
	return name, name != "" && len(name) <= 40 && strings.IndexFunc(name, isOther) < 0
}
