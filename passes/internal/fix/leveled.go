package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// Some programs have a logger for each level: s.log.WARN.Printf, app.errorLog.Print.
// The level of such a line is in the name of what it is written with.

// fieldLevel returns the level that the name of a logger says, NoLevel if it says
// none, or anything else.
func fieldLevel(name string) known.Level {
	found := known.NoLevel
	for _, word := range split(name) {
		word = strings.ToLower(word)
		if word == "log" || word == "logger" || word == "l" {
			continue
		}
		level := known.NoLevel
		for _, of := range []known.Level{known.Debug, known.Info, known.Warn, known.Error} {
			if slices.ContainsFunc(levelWords[of], func(w string) bool { return strings.EqualFold(w, word) }) {
				level = of
			}
		}
		if level == known.NoLevel || found != known.NoLevel {
			return known.NoLevel
		}
		found = level
	}
	return found
}

// rootName returns the name of what a sample is written with.
func (s *sample) rootName() string {
	switch x := ast.Unparen(s.root).(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}

// atLevel returns a sample as it is for a line of a level, with the logger for that
// beside its own, if its level is in the name of its logger: false if there is none
// for such a line.
func (fx *Fixer) atLevel(s *sample, level known.Level) (*sample, bool) {
	if s.root == nil {
		return s, true
	}
	has := fieldLevel(s.rootName())
	if has == known.NoLevel || has == level {
		return s, true
	}
	best := ""
	for _, name := range fx.besideRoot(s) {
		if l := fieldLevel(name); l == level || best == "" && l >= known.Warn {
			best = name
		}
	}
	switch {
	case best == "":
		return s, has >= known.Warn
	case has >= known.Warn && fieldLevel(best) != level:
		return s, true
	}
	other := *s
	other.name, other.way = best, fx.way(s)+" as "+best
	return &other, true
}

// besideRoot returns the names of the loggers of the same type that stand beside
// the one that a sample is written with: fields, promoted or not, or variables of
// its package.
func (fx *Fixer) besideRoot(s *sample) []string {
	var names []string
	switch x := ast.Unparen(s.root).(type) {
	case *ast.SelectorExpr:
		if v, ok := fx.Pass.TypesInfo.Uses[x.Sel].(*types.Var); ok && !v.IsField() {
			for _, name := range v.Pkg().Scope().Names() {
				if o, ok := v.Pkg().Scope().Lookup(name).(*types.Var); ok && o.Exported() && types.Identical(o.Type(), s.typ) {
					names = append(names, name)
				}
			}
			break
		}
		names = fieldsOf(fx.Pass.TypesInfo.TypeOf(x.X), s.typ, fx.Pass.Pkg, 0)
	case *ast.Ident:
		for _, v := range fx.Variables() {
			if types.Identical(v.Type(), s.typ) {
				names = append(names, v.Name())
			}
		}
	}
	return names
}

// fieldsOf returns the fields of a type that have another type, those of what is
// embedded in it after its own.
func fieldsOf(t, want types.Type, pkg *types.Package, depth int) []string {
	if t == nil || depth > 3 {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var names []string
	for f := range s.Fields() {
		if types.Identical(f.Type(), want) && (f.Exported() || f.Pkg() == pkg) {
			names = append(names, f.Name())
		}
	}
	for f := range s.Fields() {
		if f.Embedded() {
			names = append(names, fieldsOf(f.Type(), want, pkg, depth+1)...)
		}
	}
	return names
}

// reachField returns a field of what a sample's logger is a field of, if that can
// be reached.
func (fx *Fixer) reachField(src *source.File, x *ast.SelectorExpr, name string, typ types.Type, pos token.Pos, ctx string) (reached, bool) {
	holder := fx.Pass.TypesInfo.TypeOf(x.X)
	if holder == nil {
		return reached{}, false
	}
	r, ok := fx.reachValue(src, x.X, holder, "", pos, ctx)
	if !ok || r.text == "" {
		return reached{}, false
	}
	if f, _, _ := types.LookupFieldOrMethod(holder, true, fx.Pass.Pkg, name); f == nil || !types.Identical(f.Type(), typ) {
		return reached{}, false
	}
	r.text += "." + name
	return r, true
}
