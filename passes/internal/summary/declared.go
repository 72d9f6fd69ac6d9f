package summary

import (
	"go/types"

	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Declared returns s changed by what a directive says of obj.
func Declared(obj *types.Func, kind directive.Kind, s *Summary) *Summary {
	params := obj.Signature().Params()
	switch kind {
	case directive.Logs:
		s.Line = true
		s.TakesContext = params.Len() > 0 && ssax.IsContext(params.At(0).Type())
		s.Params = nil
		for i := range params.Len() {
			s.Params = append(s.Params, ParamFate{Index: i, Fate: Logged})
		}
	case directive.Responds:
		s.Answers = Answer{Done: true, Status: ComputedStatus, Arg: -1}
		s.Params = nil
		for i := range params.Len() {
			t := params.At(i).Type()
			if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
				s.Answers = Answer{Done: true, Arg: i}
			}
			if ssax.IsError(t) || MayHold(t) {
				s.Params = append(s.Params, ParamFate{Index: i, Fate: Answered})
			}
		}
	case directive.Classifies:
		s.Verdict = SaysKind
		s.Params = nil
		for i := range params.Len() {
			if ssax.IsError(params.At(i).Type()) {
				s.Params = append(s.Params, ParamFate{Index: i, Fate: Classified})
			}
		}
	}
	return s
}

// MayHold reports whether a parameter of type t may be handed an error, its
// text, or a list that holds it.
func MayHold(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.String
	case *types.Interface:
		return u.Empty()
	case *types.Slice:
		i, ok := u.Elem().Underlying().(*types.Interface)
		return ok && (i.Empty() || ssax.IsError(u.Elem()))
	case *types.Struct:
		// A reply with a field for the text.
		for field := range u.Fields() {
			if _, nested := field.Type().Underlying().(*types.Struct); !nested && (ssax.IsError(field.Type()) || MayHold(field.Type())) {
				return true
			}
		}
	}
	return false
}
