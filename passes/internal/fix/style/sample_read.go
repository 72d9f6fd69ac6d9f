package style

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// MessageOf returns the argument of a call that is the message of its line,
// or nil.
func (s *Sample) MessageOf(call *ast.CallExpr) ast.Expr {
	if s.Shape.Msg >= 0 && s.Shape.Msg < len(call.Args) {
		return call.Args[s.Shape.Msg]
	}
	for i, arg := range call.Args {
		if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING && s.Shape.Form == Values && i < 2 {
			return arg
		}
	}
	return nil
}

// readMessage notes what a line says, and what its text tells of its form,
// which of a program's own functions their signature may not tell.
func (ls *Lines) readMessage(s *Sample) {
	msg := s.MessageOf(s.Call)
	if msg == nil {
		return
	}
	if tv := ls.pkg.Pass.TypesInfo.Types[msg]; tv.Value != nil && tv.Value.Kind() == constant.String {
		s.message = constant.StringVal(tv.Value)
	}
	if s.Shape.Msg < 0 {
		s.Leading = ls.pkg.IsContextExpr(s.Call.Args[0])
		return
	}
	rest := len(s.Call.Args) - s.Callee.Signature().Params().Len() + 1
	switch s.Shape.Form {
	case Pairs:
		if rest > 0 && strings.Contains(s.message, "%") {
			s.Shape.Form = Formatted
		}
	case Formatted:
		if _, inTable := known.EffectOf(s.Callee); !inTable && rest > 1 && !strings.Contains(s.message, "%") {
			s.Shape.Form = Pairs
		}
	}
}

// readError notes how a line holds its error.
func (ls *Lines) readError(src *source.File, s *Sample) {
	params := s.Callee.Signature().Params().Len()
	if s.Shape.Err >= 0 {
		id, ok := ast.Unparen(s.Call.Args[s.Shape.Err]).(*ast.Ident)
		s.HasError = ok && ls.pkg.IsErrorVar(id)
		return
	}
	if !s.Callee.Signature().Variadic() || len(s.Call.Args) < params {
		return
	}
	rest := s.Call.Args[params-1:]
	at := slices.IndexFunc(rest, func(x ast.Expr) bool { return ls.pkg.ErrorIn([]ast.Expr{x}) != nil })
	if at < 0 {
		return
	}
	exprs := rest[at : at+1]
	switch s.Shape.Form {
	case Pairs:
		if t := ls.pkg.Pass.TypesInfo.TypeOf(rest[at]); source.IsError(t) || source.IsString(t) {
			if at == 0 {
				return
			}
			exprs = rest[at-1 : at+1]
		}
	case Formatted:
		if at != len(rest)-1 {
			return
		}
		if s.sep, s.verb = lastVerb(s.message); s.verb == "" {
			return
		}
	case Values:
		if at == 0 {
			return
		}
		// What stands before the error ends in what parts them: the message, or
		// a text that is there for that.
		before := ls.pkg.Constant(rest[at-1])
		if before == "" {
			break
		}
		s.sep = cmp.Or(before[len(strings.TrimRight(before, ": ")):], none)
	}
	text, imports, ok := ls.portable(src, exprs)
	if !ok {
		return
	}
	s.HasError, s.ErrArgs = true, text
	s.Imports = append(s.Imports, imports...)
}

// lastVerb returns the verb that ends a format, and what stands between it
// and the words before it.
func lastVerb(text string) (sep, verb string) {
	text = strings.TrimRight(text, "\n.")
	i := strings.LastIndexByte(text, '%')
	if i < 0 {
		return "", ""
	}
	verb = text[i:]
	if verb != "%v" && verb != "%s" && verb != "%+v" && verb != "%q" {
		return "", ""
	}
	words := strings.TrimRight(text[:i], ":,;- ([=")
	if strings.HasSuffix(words, "err") || strings.HasSuffix(words, "error") {
		return ": ", verb
	}
	sep = text[len(words):i]
	if strings.ContainsAny(sep, "([=,;") || sep == "" {
		sep = ": "
	}
	return sep, verb
}
