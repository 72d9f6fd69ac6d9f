package fix

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// blank stands in the text of a sample for the error, or what takes its
// place.
const blank = "\x00"

// A sample is a log line of the package taken apart: an example of how its
// lines are written.
type sample struct {
	call *ast.CallExpr // nil for one that is made up from a signature
	file *ast.File

	// What the line is written with: a value, or the functions of a package.
	root    ast.Expr
	typ     types.Type     // of root
	name    string         // what to call it instead, if its name says another level: see atLevel
	binder  *types.Func    // what makes it of a context, if there is no root
	pkg     *types.Package // if root is nil
	links   []link         // calls between root and the last one
	callee  *types.Func    // the last one
	shape   shape
	leading bool // a context is the first of its values: log.Error(ctx, "msg")

	message  string   // what the line says, "" if that is not a literal
	hasError bool     // it holds an error, in the form that follows
	errArgs  string   // the arguments that hold it
	sep      string   // in a format or before a value: what stands between message and error, "" if that is not seen
	verb     string   // of the format
	imports  []string // packages that errArgs and links name
	way      string   // see [Fixer.way]
	weight   int      // how many samples of the package are like this one
}

// none is the sep of a line whose message and error nothing parts.
const none = "none"

// A link is a call between a logger and the call that writes the line:
// Error() and Err(err) of zerolog, WithError(err) of logrus.
type link struct {
	fn   *types.Func
	args string
	kind linkKind
}

type linkKind uint8

const (
	setsLevel linkKind = iota
	setsError
	setsContext
)

// learn takes the lines of the package apart.
func (fx *Fixer) learn() []*sample {
	if fx.learned {
		return fx.samples
	}
	fx.learned = true
	lines := slices.Clone(fx.result.Lines) // others read them at this moment
	slices.SortFunc(lines, func(a, b *ast.CallExpr) int {
		p, q := fx.Pass.Fset.PositionFor(a.Pos(), false), fx.Pass.Fset.PositionFor(b.Pos(), false)
		return cmp.Or(strings.Compare(p.Filename, q.Filename), cmp.Compare(p.Offset, q.Offset), cmp.Compare(b.End(), a.End()))
	})
	for _, call := range lines {
		if src := fx.File(call.Pos()); src != nil {
			if s := fx.takeApart(src, call); s != nil {
				fx.samples = append(fx.samples, s)
			}
		}
	}
	like := make(map[string]int)
	for _, s := range fx.samples {
		like[s.likeness()]++
	}
	for _, s := range fx.samples {
		s.weight = like[s.likeness()]
	}
	return fx.samples
}

// likeness is the same for samples that differ in nothing but what they say.
func (s *sample) likeness() string {
	text := s.callee.FullName() + "|" + s.errArgs + "|" + s.sep + s.verb
	for _, l := range s.links {
		text += "|" + l.fn.FullName() + l.args
	}
	return text
}

// takeApart returns the sample that a call is, or nil.
func (fx *Fixer) takeApart(src *source.File, call *ast.CallExpr) *sample {
	s := &sample{call: call, file: src.Syntax}
	s.callee = fx.Callee(call)
	if s.callee == nil {
		return nil
	}
	s.shape = shapeOf(s.callee.Signature())
	effect, inTable := known.EffectOf(s.callee)
	if s.shape.form == noForm || effect.Exits || !inTable && !isLogger(s.callee) {
		return nil
	}
	if !fx.root(src, s, call) {
		return nil
	}
	fx.readMessage(s)
	fx.readError(src, s)
	return s
}

// isLogger reports whether a function of the program's own can be taken for
// one that writes lines and does nothing else. A method is one of a type that
// is called a logger, or writes lines of other levels too: Error of a web
// framework's context answers the client.
func isLogger(fn *types.Func) bool {
	if !namedAsLogger(fn.Name()) {
		return false
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return true
	}
	if namesLogger(source.TypeName(recv.Type())) {
		return true
	}
	return slices.ContainsFunc(source.Siblings(fn), func(other *types.Func) bool {
		return namedAsLogger(other.Name()) && levelOf(other) != levelOf(fn) && levelOf(other) != known.NoLevel
	})
}

// namesLogger reports whether a type is called a logger.
func namesLogger(name string) bool {
	return slices.ContainsFunc(split(name), func(w string) bool { return strings.EqualFold(w, "logger") })
}

// namedAsLogger reports whether a function of the program's own says by its
// name that it logs. One that logs may do more than that: to log with
// markFailed(id, err) would mark something as failed.
func namedAsLogger(name string) bool {
	words := split(name)
	if len(words) == 0 {
		return false
	}
	for _, suffix := range []string{"", "f", "w", "ln"} {
		if word, ok := strings.CutSuffix(strings.ToLower(words[0]), suffix); ok && loggers[word] {
			return true
		}
	}
	return false
}

// root goes from the call that writes a line to what the line is written
// with, and notes the links on the way.
func (fx *Fixer) root(src *source.File, s *sample, call *ast.CallExpr) bool {
	info := fx.Pass.TypesInfo
	for {
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			s.pkg = fx.Pass.Pkg // a function of this package
			fn := fx.Callee(call)
			return fn != nil && fn.Signature().Recv() == nil && fn.Pkg() == s.pkg
		}
		if id, ok := sel.X.(*ast.Ident); ok {
			if name, ok := info.Uses[id].(*types.PkgName); ok {
				s.pkg = name.Imported()
				return true
			}
		}
		inner, ok := ast.Unparen(sel.X).(*ast.CallExpr)
		if !ok || !fx.isLink(inner) {
			s.root, s.typ = sel.X, info.TypeOf(sel.X)
			return s.typ != nil
		}
		if l, ok := fx.link(src, s, inner); ok {
			s.links = slices.Insert(s.links, 0, l)
		}
		call = inner
	}
}

// isLink reports whether a call between logger and line belongs to the line,
// and does not make the logger: the logger of a context, or of an accessor,
// is what the line is written with.
func (fx *Fixer) isLink(call *ast.CallExpr) bool {
	fn := fx.Callee(call)
	if fn == nil {
		return false
	}
	effect, inTable := known.EffectOf(fn)
	if !inTable || effect.Role != known.Wraps {
		return fx.ErrorIn(call.Args) != nil && fn.Signature().Recv() != nil
	}
	if fn.Signature().Recv() != nil {
		return true
	}
	// A function of the logger's package: it begins a line, unless it takes
	// the logger from a context.
	return len(call.Args) != 1 || !fx.IsContextExpr(call.Args[0])
}

// link describes a call between logger and line, if the line needs it.
func (fx *Fixer) link(src *source.File, s *sample, call *ast.CallExpr) (link, bool) {
	l := link{fn: fx.Callee(call)}
	effect, _ := known.EffectOf(l.fn)
	switch {
	case fx.ErrorIn(call.Args) != nil:
		args, imports, ok := fx.portable(src, call.Args)
		l.kind, l.args = setsError, args
		s.imports = append(s.imports, imports...)
		if effect.Level != known.NoLevel {
			s.hasError = true // Err(err) of zerolog does both
		}
		s.hasError = s.hasError || ok
		return l, ok
	case effect.Level != known.NoLevel:
		l.kind = setsLevel
		return l, len(call.Args) == 0
	case len(call.Args) == 1 && fx.IsContextExpr(call.Args[0]):
		l.kind = setsContext
		return l, true
	}
	return l, false
}

// portable returns the text of expressions with a blank for the error, if
// nothing else in them is local to where they stand.
func (fx *Fixer) portable(src *source.File, exprs []ast.Expr) (text string, imports []string, ok bool) {
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
			switch obj := fx.Pass.TypesInfo.Uses[id].(type) {
			case *types.Var:
				if fx.IsErrorVar(id) {
					text += src.Between(last, id.Pos()) + blank
					last = id.End()
				} else if !obj.IsField() && obj.Parent() != obj.Pkg().Scope() {
					text += blank + blank // marks it
				}
			case *types.PkgName:
				imports = append(imports, obj.Imported().Path())
			}
			return true
		})
		text += src.Between(last, x.End())
	}
	return text, imports, strings.Count(text, blank) == 1
}
