package origin

import (
	"go/constant"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// readsOnly reports whether a transaction was begun with options that let it read only.
func readsOnly(tx ssa.Value) bool {
	sources, all := ssax.Sources(tx)
	if !all || len(sources) == 0 {
		return false
	}
	for _, v := range sources {
		if x, ok := v.(*ssa.Extract); ok {
			v = x.Tuple
		}
		begun, ok := v.(*ssa.Call)
		if !ok || !slices.ContainsFunc(begun.Call.Args, isReadOnly) {
			return false
		}
	}
	return true
}

// isReadOnly reports whether v points to the options of a transaction that are made here, to read only.
func isReadOnly(v ssa.Value) bool {
	made, ok := v.(*ssa.Alloc)
	if !ok || !ssax.IsNamed(made.Type(), "database/sql", "TxOptions") {
		return false
	}
	for _, ref := range ssax.Referrers(made) {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || ssax.FieldName(addr) != "ReadOnly" {
			continue
		}
		for _, use := range ssax.Referrers(addr) {
			store, ok := use.(*ssa.Store)
			if !ok || store.Addr != addr {
				continue
			}
			if c, ok := store.Val.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value) {
				return true
			}
		}
	}
	return false
}
