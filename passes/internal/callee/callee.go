// Package callee says what the engine holds a function to do with errors, and how it knows: what
// a user who doubts a report asks first.
package callee

import (
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// Named returns the functions and methods that a package declares and a name may mean: Save,
// Store.Save, store.Save, m/store.Store.Save or (*store.Store).Save.
func Named(pkg *types.Package, name string) []*types.Func {
	name = strings.NewReplacer("(", "", ")", "", "*", "").Replace(name)
	var all []*types.Func
	add := func(fn *types.Func, local string) {
		for _, full := range []string{local, pkg.Name() + "." + local, pkg.Path() + "." + local} {
			if name == full {
				all = append(all, fn)
				return
			}
		}
	}
	scope := pkg.Scope()
	for _, n := range scope.Names() {
		switch obj := scope.Lookup(n).(type) {
		case *types.Func:
			add(obj, n)
		case *types.TypeName:
			named, ok := obj.Type().(*types.Named)
			if !ok || obj.IsAlias() {
				continue
			}
			for m := range named.Methods() {
				add(m, n+"."+m.Name())
			}
			if iface, ok := named.Underlying().(*types.Interface); ok {
				for m := range iface.ExplicitMethods() {
					add(m, n+"."+m.Name())
				}
			}
		}
	}
	return all
}

// Contract returns what a function that a package declares is held to do. pkg is nil for a package of the
// standard library, of which tables alone speak.
func Contract(fset *token.FileSet, pkg *fates.Package, fn *types.Func) defect.Contract {
	pos := fset.Position(fn.Pos())
	c := defect.Contract{Name: known.KeyOf(fn).String(), By: "nothing"}
	if pos.IsValid() {
		c.At = fmt.Sprintf("%s:%d", filepath.ToSlash(pos.Filename), pos.Line)
	}
	if work := known.WorkOf(fn); work != known.NoWork {
		c.Work = work.String()
	}
	errors := ssax.ErrorResults(fn.Signature())
	if effect, ok := known.EffectOf(fn); ok {
		c.By, c.Does = "table", effect.Role.String()
		c.Line, c.Ends = effect.Role == known.Logs, effect.Exits || effect.Role == known.Exits
		return c
	}
	if class := known.ClassOf(fn); class != known.Unknown && len(errors) > 0 {
		c.By = "table"
		c.Returns = []defect.Result{{Class: class.String()}}
		return c
	}
	var s *summary.Summary
	if pkg != nil {
		s = pkg.Known.OfObject(fn)
	}
	if s == nil {
		if types.IsInterface(receiver(fn)) && len(errors) > 0 {
			c.By = "shape"
		}
		return c
	}
	c.By = "body"
	if kind := pkg.Dirs.On(fn); kind != "" {
		c.By, c.Does = "declared", string(kind)
	}
	c.Line, c.Ends = s.Line, s.Never
	params := fn.Signature().Params()
	for i := range params.Len() {
		p := params.At(i)
		if !ssax.IsError(p.Type()) && !summary.MayHold(p.Type()) {
			continue
		}
		taken := defect.Taken{Name: p.Name(), Switch: s.Switch(i)}
		if taken.Name == "" || taken.Name == "_" {
			taken.Name = fmt.Sprintf("parameter %d", i+1)
		}
		taken.Fates = strings.Split(s.Param(i).String(), "|")
		c.Takes = append(c.Takes, taken)
	}
	for _, r := range s.Results {
		c.Returns = append(c.Returns, defect.Result{Class: r.Class.String(), From: r.From, Does: r.Does.String(), Logged: r.Logged})
	}
	return c
}

// receiver returns the type of a method's receiver, an invalid one for a function.
func receiver(fn *types.Func) types.Type {
	recv := fn.Signature().Recv()
	if recv == nil {
		return types.Typ[types.Invalid]
	}
	return recv.Type()
}
