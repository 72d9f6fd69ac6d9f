package style

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// Leads reports whether a line like s can be given a context as the first of
// its values: it is, or another of its package is.
func (ls *Lines) Leads(s *Sample) bool {
	_, inTable := known.EffectOf(s.Callee)
	return s.Leading || !inTable && slices.ContainsFunc(ls.Samples(), func(o *Sample) bool {
		return o.Leading && o.Callee.Pkg() == s.Callee.Pkg() && o.Shape.Form == s.Shape.Form
	})
}

// Chain reports whether a line is put together by several calls, of which
// another than the last says its level.
func (s *Sample) Chain() bool {
	return slices.ContainsFunc(s.Links, func(l Link) bool {
		effect, _ := known.EffectOf(l.Fn)
		return effect.Level != known.NoLevel
	})
}

// ChainType returns the type of what the last call is called on, nil if that
// is a package.
func (s *Sample) ChainType() types.Type {
	if recv := s.Callee.Signature().Recv(); recv != nil {
		return recv.Type()
	}
	return nil
}

// Keyed reports whether lines like s, which take any values, are given keys and
// values after their message.
func (ls *Lines) Keyed(s *Sample) bool {
	return slices.ContainsFunc(ls.Samples(), func(o *Sample) bool {
		if o.Callee.Pkg() != s.Callee.Pkg() || o.Shape.Form != Values {
			return false
		}
		message := slices.Index(o.Call.Args, o.MessageOf(o.Call))
		if message < 0 || len(o.Call.Args) < message+3 {
			return false
		}
		key := ls.pkg.Constant(o.Call.Args[message+1])
		return key != "" && !strings.ContainsAny(key, " :") && ls.pkg.Constant(o.Call.Args[message+2]) == ""
	})
}

// rootName returns the name of what a sample is written with.
func (s *Sample) rootName() string {
	switch x := ast.Unparen(s.Root).(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}

// Stray reports whether a line like s is written with the functions of a package
// that hardly any other line is written with: in a server whose lines go to a logger
// of its own, one written with log, or with the default logger of slog, is lost as
// well.
func (ls *Lines) Stray(s *Sample) bool {
	if s.Pkg == nil || s.Pkg == ls.pkg.Pass.Pkg {
		return false
	}
	alike := 0
	for _, o := range ls.Samples() {
		if o.Pkg == s.Pkg {
			alike++
		}
	}
	const few, many = 5, 20 // of so many lines, none or one in 20
	all := len(ls.Samples())
	return alike == 0 && all >= few || all >= many && alike*many < all
}

// IsForLogging reports whether the value that a line is written with is made to
// log, and does nothing else.
func (s *Sample) IsForLogging() bool {
	if _, inTable := known.EffectOf(s.Callee); inTable || s.Type == nil {
		return true
	}
	return namesLogger(source.TypeName(s.Type))
}

// Way describes what a line is written with: it is the same for samples that
// are reached, anywhere, in the same way.
func (ls *Lines) Way(s *Sample) string {
	if s.way != "" {
		return s.way
	}
	switch {
	case s.Binder != nil:
		s.way = s.Binder.FullName()
	case s.Root != nil:
		s.way = ls.wayOf(s.Root)
	case s.Type != nil:
		s.way = "one of " + types.TypeString(s.Type, nil)
	default:
		s.way = "package " + s.Pkg.Path()
	}
	return s.way
}

func (ls *Lines) wayOf(x ast.Expr) string {
	way := types.TypeString(ls.pkg.Pass.TypesInfo.TypeOf(x), nil)
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		return x.Name + " " + way
	case *ast.SelectorExpr:
		if v, ok := ls.pkg.Pass.TypesInfo.Uses[x.Sel].(*types.Var); ok && !v.IsField() {
			return v.Pkg().Path() + "." + v.Name()
		}
		return "." + x.Sel.Name + " " + way
	case *ast.CallExpr:
		if fn := ls.pkg.Callee(x); fn != nil {
			way += " by " + fn.FullName()
		}
		if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && ls.pkg.Pass.TypesInfo.TypeOf(sel.X) != nil {
			way += " on " + ls.wayOf(sel.X)
		}
		for _, arg := range x.Args {
			way += " of " + ls.wayOf(arg)
		}
		return way
	}
	return way
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
		return namedAsLogger(other.Name()) && LevelOf(other) != LevelOf(fn) && LevelOf(other) != known.NoLevel
	})
}

// namesLogger reports whether a type is called a logger.
func namesLogger(name string) bool {
	return slices.ContainsFunc(convention.Words(name), func(w string) bool { return strings.EqualFold(w, "logger") })
}

// loggers begin the names of functions that write lines.
var loggers = strings.Fields("debug trace info notice warn warning error err critical log print report")

// namedAsLogger reports whether a function of the program's own says by its
// name that it logs. One that logs may do more than that: to log with
// markFailed(id, err) would mark something as failed.
func namedAsLogger(name string) bool {
	words := convention.Words(name)
	if len(words) == 0 {
		return false
	}
	for _, suffix := range []string{"", "f", "w", "ln"} {
		if word, ok := strings.CutSuffix(strings.ToLower(words[0]), suffix); ok && slices.Contains(loggers, word) {
			return true
		}
	}
	return false
}

// Likely returns the sample whose way to hold an error a line of this form is
// likeliest to follow: one of the same file, if there is one.
func (ls *Lines) Likely(s *Sample) *Sample {
	best := s
	for _, o := range ls.Samples() {
		if o.HasError && o.ErrArgs != "" && o.Shape.Form == s.Shape.Form && o.Callee.Pkg() == s.Callee.Pkg() {
			if best == s || o.File == s.File && (best.File != s.File || o.Weight > best.Weight) || best.File != s.File && o.Weight > best.Weight {
				best = o
			}
		}
	}
	return best
}
