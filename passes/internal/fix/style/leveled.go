package style

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/known"
)

// Some programs have a logger for each level: s.log.WARN.Printf, app.errorLog.Print.
// The level of such a line is in the name of what it is written with.

// FieldLevel returns the level that the name of a logger says, NoLevel if it says
// none, or anything else.
func FieldLevel(name string) known.Level {
	found := known.NoLevel
	for _, word := range convention.Words(name) {
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

// AtLevel returns a sample as it is for a line of a level, with the logger for that
// beside its own, if its level is in the name of its logger: false if there is none
// for such a line.
func (ls *Lines) AtLevel(s *Sample, level known.Level) (*Sample, bool) {
	if s.Root == nil {
		return s, true
	}
	has := FieldLevel(s.rootName())
	if has == known.NoLevel || has == level {
		return s, true
	}
	best := ""
	for _, name := range ls.siblingsOf(s) {
		if l := FieldLevel(name); l == level || best == "" && l >= known.Warn {
			best = name
		}
	}
	switch {
	case best == "":
		return s, has >= known.Warn
	case has >= known.Warn && FieldLevel(best) != level:
		return s, true
	}
	other := *s
	other.Name, other.way = best, ls.Way(s)+" as "+best
	return &other, true
}

// siblingsOf returns the names of the loggers of the same type that stand beside
// the one that a sample is written with: fields, promoted or not, or variables of
// its package.
func (ls *Lines) siblingsOf(s *Sample) []string {
	var names []string
	switch x := ast.Unparen(s.Root).(type) {
	case *ast.SelectorExpr:
		if v, ok := ls.pkg.Pass.TypesInfo.Uses[x.Sel].(*types.Var); ok && !v.IsField() {
			for _, name := range v.Pkg().Scope().Names() {
				if o, ok := v.Pkg().Scope().Lookup(name).(*types.Var); ok && o.Exported() && types.Identical(o.Type(), s.Type) {
					names = append(names, name)
				}
			}
			break
		}
		names = fieldsOf(ls.pkg.Pass.TypesInfo.TypeOf(x.X), s.Type, ls.pkg.Pass.Pkg, 0)
	case *ast.Ident:
		for _, v := range ls.pkg.Variables() {
			if types.Identical(v.Type(), s.Type) {
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
