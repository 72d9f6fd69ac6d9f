package style

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// Blank stands in the text of a sample for the error, or what takes its
// place.
const Blank = "\x00"

// A Sample is a log line of the package taken apart: an example of how its
// lines are written.
type Sample struct {
	Call *ast.CallExpr // nil for one that is made up from a signature
	File *ast.File

	Logger              // what the line is written with
	Links   []Link      // calls between the logger and the last one
	Callee  *types.Func // the last one
	Shape   Shape       // of the last one, as the line has it
	Leading bool        // a context is the first of its values: log.Error(ctx, "msg")

	message   string   // what the line says, "" if that is not a literal
	ErrorForm          // how it holds an error
	Imports   []string // packages that the error's arguments and the links name
	Weight    int      // how many samples of the package are like this one
}

// A Logger is what a line is written with: a value, or the functions of a package.
type Logger struct {
	Root   ast.Expr
	Type   types.Type     // of root
	Name   string         // what to call it instead, if its name says another level: see [Lines.AtLevel]
	Binder *types.Func    // what makes it of a context, if there is no root
	Pkg    *types.Package // if root is nil

	way string // see [Lines.Way]
}

// An ErrorForm is how a line holds an error.
type ErrorForm struct {
	HasError bool   // it does, in the form that follows
	ErrArgs  string // the arguments that hold it, with a [Blank] in its place
	sep      string // in a format or before a value: what stands between message and error, "" if that is not seen
	verb     string // of the format
}

// none is the sep of a line whose message and error nothing parts.
const none = "none"

// A Link is a call between a logger and the call that writes the line:
// Error() and Err(err) of zerolog, WithError(err) of logrus.
type Link struct {
	Fn   *types.Func
	Args string // of one that takes an error, with a [Blank] in its place
	Kind LinkKind
}

// A LinkKind is what a link does for its line.
type LinkKind uint8

// The kinds of links: those that say the level of the line, and those that give it an
// error or a context.
const (
	SetsLevel LinkKind = iota
	SetsError
	SetsContext
)

// Samples takes the lines of the package apart.
func (ls *Lines) Samples() []*Sample {
	if ls.learned {
		return ls.samples
	}
	ls.learned = true
	lines := slices.Clone(ls.calls) // others read them at this moment
	slices.SortFunc(lines, func(a, b *ast.CallExpr) int {
		p, q := ls.pkg.Pass.Fset.PositionFor(a.Pos(), false), ls.pkg.Pass.Fset.PositionFor(b.Pos(), false)
		return cmp.Or(strings.Compare(p.Filename, q.Filename), cmp.Compare(p.Offset, q.Offset), cmp.Compare(b.End(), a.End()))
	})
	for _, call := range lines {
		if src := ls.pkg.File(call.Pos()); src != nil {
			if s := ls.TakeApart(src, call); s != nil {
				ls.samples = append(ls.samples, s)
			}
		}
	}
	like := make(map[string]int)
	for _, s := range ls.samples {
		like[s.likeness()]++
	}
	for _, s := range ls.samples {
		s.Weight = like[s.likeness()]
	}
	return ls.samples
}

// likeness is the same for samples that differ in nothing but what they say.
func (s *Sample) likeness() string {
	text := s.Callee.FullName() + "|" + s.ErrArgs + "|" + s.sep + s.verb
	for _, l := range s.Links {
		text += "|" + l.Fn.FullName() + l.Args
	}
	return text
}

// TakeApart returns the sample that a call is, or nil.
func (ls *Lines) TakeApart(src *source.File, call *ast.CallExpr) *Sample {
	s := &Sample{Call: call, File: src.Syntax}
	s.Callee = ls.pkg.Callee(call)
	if s.Callee == nil {
		return nil
	}
	s.Shape = ShapeOf(s.Callee.Signature())
	effect, inTable := known.EffectOf(s.Callee)
	if s.Shape.Form == noForm || effect.Exits || !inTable && !isLogger(s.Callee) {
		return nil
	}
	if !ls.root(src, s, call) {
		return nil
	}
	ls.readMessage(s)
	ls.readError(src, s)
	return s
}

// root goes from the call that writes a line to what the line is written
// with, and notes the links on the way.
func (ls *Lines) root(src *source.File, s *Sample, call *ast.CallExpr) bool {
	info := ls.pkg.Pass.TypesInfo
	for {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			s.Pkg = ls.pkg.Pass.Pkg // a function of this package
			fn := ls.pkg.Callee(call)
			return fn != nil && fn.Signature().Recv() == nil && fn.Pkg() == s.Pkg
		}
		if id, ok := sel.X.(*ast.Ident); ok {
			if name, ok := info.Uses[id].(*types.PkgName); ok {
				s.Pkg = name.Imported()
				return true
			}
		}
		inner, ok := ast.Unparen(sel.X).(*ast.CallExpr)
		if !ok || !ls.IsLink(inner) {
			s.Root, s.Type = sel.X, info.TypeOf(sel.X)
			return s.Type != nil
		}
		if l, ok := ls.link(src, s, inner); ok {
			s.Links = slices.Insert(s.Links, 0, l)
		}
		call = inner
	}
}

// IsLink reports whether a call between logger and line belongs to the line,
// and does not make the logger: the logger of a context, or of an accessor,
// is what the line is written with.
func (ls *Lines) IsLink(call *ast.CallExpr) bool {
	fn := ls.pkg.Callee(call)
	if fn == nil {
		return false
	}
	effect, inTable := known.EffectOf(fn)
	if opensLine(fn) {
		return true
	}
	if !inTable || effect.Role != known.Wraps {
		return ls.pkg.ErrorIn(call.Args) != nil && fn.Signature().Recv() != nil
	}
	if fn.Signature().Recv() != nil {
		return true
	}
	// A function of the logger's package: it begins a line, unless it takes
	// the logger from a context.
	return len(call.Args) != 1 || !ls.pkg.IsContextExpr(call.Args[0])
}

// opensLine reports whether a function of a project's own begins a line of a level, as that of a package
// does that stands before zerolog: it is called as the level is, and gives what writes the line.
func opensLine(fn *types.Func) bool {
	if _, inTable := known.EffectOf(fn); inTable || fn.Signature().Params().Len() > 0 || fn.Signature().Results().Len() != 1 || ending(fn.Name()) != "" {
		return false
	}
	return slices.ContainsFunc(source.Methods(fn.Signature().Results().At(0).Type()), func(m *types.Func) bool {
		effect, ok := known.EffectOf(m)
		return ok && effect.Role == known.Logs
	})
}

// link describes a call between logger and line, if the line needs it.
func (ls *Lines) link(src *source.File, s *Sample, call *ast.CallExpr) (Link, bool) {
	l := Link{Fn: ls.pkg.Callee(call)}
	effect, _ := known.EffectOf(l.Fn)
	switch {
	case ls.pkg.ErrorIn(call.Args) != nil:
		args, imports, ok := ls.portable(src, call.Args)
		l.Kind, l.Args = SetsError, args
		s.Imports = append(s.Imports, imports...)
		if effect.Level != known.NoLevel {
			s.HasError = true // Err(err) of zerolog does both
		}
		s.HasError = s.HasError || ok
		return l, ok
	case effect.Level != known.NoLevel, opensLine(l.Fn):
		l.Kind = SetsLevel
		return l, len(call.Args) == 0
	case len(call.Args) == 1 && ls.pkg.IsContextExpr(call.Args[0]):
		l.Kind = SetsContext
		return l, true
	}
	return l, false
}

// portable returns the text of expressions with a blank for the error, if
// nothing else in them is local to where they stand.
func (ls *Lines) portable(src *source.File, exprs []ast.Expr) (text string, imports []string, ok bool) {
	for i, x := range exprs {
		if i > 0 {
			text += ", "
		}
		last := x.Pos()
		ast.Inspect(x, func(n ast.Node) bool {
			id, isIdent := n.(*ast.Ident)
			if !isIdent {
				if _, isLit := n.(*ast.FuncLit); isLit {
					ok = false
				}
				return true
			}
			switch obj := ls.pkg.Pass.TypesInfo.Uses[id].(type) {
			case *types.Var:
				if ls.pkg.IsErrorVar(id) {
					text += src.Between(last, id.Pos()) + Blank
					last = id.End()
				} else if !obj.IsField() && obj.Parent() != obj.Pkg().Scope() {
					text += Blank + Blank // marks it
				}
			case *types.PkgName:
				imports = append(imports, obj.Imported().Path())
			}
			return true
		})
		text += src.Between(last, x.End())
	}
	return text, imports, strings.Count(text, Blank) == 1
}
