package fix

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

// messageOf returns the argument of a call that is the message of its line,
// or nil.
func (s *sample) messageOf(call *ast.CallExpr) ast.Expr {
	if s.shape.msg >= 0 && s.shape.msg < len(call.Args) {
		return call.Args[s.shape.msg]
	}
	for i, arg := range call.Args {
		if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING && s.shape.form == values && i < 2 {
			return arg
		}
	}
	return nil
}

// readMessage notes what a line says, and what its text tells of its form,
// which of a program's own functions their signature may not tell.
func (fx *Fixer) readMessage(s *sample) {
	msg := s.messageOf(s.call)
	if msg == nil {
		return
	}
	if tv := fx.Pass.TypesInfo.Types[msg]; tv.Value != nil && tv.Value.Kind() == constant.String {
		s.message = constant.StringVal(tv.Value)
	}
	if s.shape.msg < 0 {
		s.leading = fx.IsContextExpr(s.call.Args[0])
		return
	}
	rest := len(s.call.Args) - s.callee.Signature().Params().Len() + 1
	switch s.shape.form {
	case pairs:
		if rest > 0 && strings.Contains(s.message, "%") {
			s.shape.form = formatted
		}
	case formatted:
		if _, inTable := known.EffectOf(s.callee); !inTable && rest > 1 && !strings.Contains(s.message, "%") {
			s.shape.form = pairs
		}
	}
}

// readError notes how a line holds its error.
func (fx *Fixer) readError(src *source.File, s *sample) {
	params := s.callee.Signature().Params().Len()
	if s.shape.err >= 0 {
		id, ok := ast.Unparen(s.call.Args[s.shape.err]).(*ast.Ident)
		s.hasError = ok && fx.IsErrorVar(id)
		return
	}
	if !s.callee.Signature().Variadic() || len(s.call.Args) < params {
		return
	}
	rest := s.call.Args[params-1:]
	at := slices.IndexFunc(rest, func(x ast.Expr) bool { return fx.ErrorIn([]ast.Expr{x}) != nil })
	if at < 0 {
		return
	}
	exprs := rest[at : at+1]
	switch s.shape.form {
	case pairs:
		if t := fx.Pass.TypesInfo.TypeOf(rest[at]); source.IsError(t) || source.IsString(t) {
			if at == 0 {
				return
			}
			exprs = rest[at-1 : at+1]
		}
	case formatted:
		if at != len(rest)-1 {
			return
		}
		if s.sep, s.verb = lastVerb(s.message); s.verb == "" {
			return
		}
	case values:
		if at == 0 {
			return
		}
		// What stands before the error ends in what parts them: the message, or
		// a text that is there for that.
		before := fx.Constant(rest[at-1])
		if before == "" {
			break
		}
		s.sep = cmp.Or(before[len(strings.TrimRight(before, ": ")):], none)
	}
	text, imports, ok := fx.portable(src, exprs)
	if !ok {
		return
	}
	s.hasError, s.errArgs = true, text
	s.imports = append(s.imports, imports...)
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
