package linewriter

import (
	"go/ast"
	"go/types"
	"strconv"
	"strings"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
)

// What failed is known by what the call was given that names a thing: an id, a path, a name. A
// line that does not say which one it was leaves whoever reads it where they were.

// A subject is what the call was about that failed.
type subject struct {
	text string // as it is written
	name string // the last name of it, "ID" of order.ID
	typ  types.Type
}

// verb returns the verb that prints a subject in a format: quoted, so that an empty one is seen.
func (sub subject) verb() string {
	if b, ok := sub.typ.(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
		return "%d"
	}
	return "%q"
}

// subjectOf returns the first argument of the failed call that names a thing, and may be said where
// the new line goes. What is, or may hold, a secret is none.
func (wr *Writer) subjectOf(src *source.File, w Wanted) (subject, bool) {
	decl := src.Declaration(w.Pos)
	if decl == nil || w.Call == nil || w.Value {
		return subject{}, false
	}
	if fn := wr.pkg.Callee(w.Call); fn != nil && fn.Pkg() != nil && telling[fn.Pkg().Path()] {
		return subject{}, false
	}
	for _, arg := range w.Call.Args {
		name := ""
		switch x := ast.Unparen(arg).(type) {
		case *ast.Ident:
			name = x.Name
		case *ast.SelectorExpr:
			name = x.Sel.Name
		}
		words := convention.Words(name)
		if len(words) == 0 || !naming[strings.ToLower(words[len(words)-1])] {
			continue
		}
		tv := wr.pkg.Pass.TypesInfo.Types[arg]
		basic, ok := types.Unalias(tv.Type).(*types.Basic)
		if !ok || tv.Value != nil || basic.Info()&(types.IsString|types.IsInteger) == 0 || !wr.harmless(src, decl, arg, w) {
			continue
		}
		return subject{src.Text(arg), name, basic}, true
	}
	return subject{}, false
}

// telling are the packages whose errors name what their functions were given.
var telling = map[string]bool{"io/fs": true, "io/ioutil": true, "net": true, "net/url": true, "os": true, "path/filepath": true, "strconv": true}

// naming are the words that end the names of what names a thing.
var naming = func() map[string]bool {
	m := make(map[string]bool)
	for word := range strings.FieldsSeq(`id uuid uid name username hostname filename path file dir directory folder namespace bucket topic queue index
		table tag host addr address port zone domain repo repository branch node cluster device channel group project workspace job task volume pod
		service image container iface peer slug`) {
		m[word] = true
	}
	return m
}()

// key returns the key under which lines say a subject: the name, with its words written as those
// of other keys are.
func (wr *Writer) key(src *source.File, sub subject) string {
	words := convention.Words(sub.name)
	for i := range words {
		words[i] = strings.ToLower(words[i])
	}
	if len(words) == 1 {
		return words[0]
	}
	snake, camel, kebab := 0, 0, 0
	for _, s := range wr.lines.Samples() {
		for _, a := range wr.lines.Attributes(src, s) {
			lit, _, ok := strings.Cut(strings.TrimPrefix(a.Text, `"`), `"`)
			switch {
			case !ok:
			case strings.Contains(lit, "_"):
				snake++
			case strings.Contains(lit, "-"):
				kebab++
			case strings.ToLower(lit) != lit:
				camel++
			}
		}
	}
	switch {
	case kebab > snake && kebab > camel:
		return strings.Join(words, "-")
	case camel > snake:
		return strings.ToLower(sub.name[:1]) + sub.name[1:]
	}
	return strings.Join(words, "_")
}

// said returns the subject as lines of the form of a sample say it: as one argument more, or two.
func (wr *Writer) said(src *source.File, s *style.Sample, sub subject) (args string, imports []string) {
	for _, other := range wr.lines.Samples() {
		if other.File != src.Syntax || other.Shape.Form != s.Shape.Form {
			continue
		}
		for _, a := range wr.lines.Attributes(src, other) {
			if src.Text(a.Value) == sub.text && !strings.Contains(a.Text, "\n") {
				return a.Text, nil
			}
		}
	}
	switch s.Shape.Form {
	case style.Pairs:
		return strconv.Quote(wr.key(src, sub)) + ", " + sub.text, nil
	case style.Fields:
		return wr.field(src, s, sub)
	}
	return "", nil
}

// field returns the call that makes a field of a subject: a function of the field's package, by its
// signature.
func (wr *Writer) field(src *source.File, s *style.Sample, sub subject) (text string, imports []string) {
	sig, pkg := s.Callee.Signature(), s.Callee.Pkg()
	elem, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if !ok {
		return "", nil
	}
	for _, name := range []string{"String", "Str", "Int", "Int64", "Any"} {
		fn, ok := pkg.Scope().Lookup(name).(*types.Func)
		if !ok || fn.Signature().Params().Len() != 2 || fn.Signature().Results().Len() != 1 || fn.Signature().Variadic() ||
			!types.Identical(fn.Signature().Results().At(0).Type(), elem.Elem()) || !source.IsString(fn.Signature().Params().At(0).Type()) {
			continue
		}
		takes := fn.Signature().Params().At(1).Type()
		if !types.Identical(takes, sub.typ) && !types.Identical(takes.Underlying(), types.NewInterfaceType(nil, nil)) {
			continue
		}
		qualifier, imports := src.Qualifier(pkg.Path(), pkg.Name())
		return source.Qualified(qualifier, name) + "(" + strconv.Quote(wr.key(src, sub)) + ", " + sub.text + ")", imports
	}
	return "", nil
}

// link returns the call by which a line under way is told a subject, "" if it has none of that kind.
func (wr *Writer) link(src *source.File, t types.Type, sub subject) string {
	if !types.Identical(sub.typ, types.Typ[types.String]) {
		return ""
	}
	if name := chained(t, types.Typ[types.String], "Str"); name != "" {
		return name + "(" + strconv.Quote(wr.key(src, sub)) + ", " + sub.text + ")"
	}
	return ""
}
