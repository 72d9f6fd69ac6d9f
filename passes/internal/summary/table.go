package summary

import (
	"go/types"

	"github.com/loglint/loglint/passes/internal/known"
)

// ofEffect returns the summary that says what an entry of a table says, as
// far as a variable that holds the function needs it.
func ofEffect(obj *types.Func, effect known.Effect) *Summary {
	s := &Summary{Answers: Answer{Arg: -1}}
	fate := Logged
	switch effect.Role {
	case known.Logs:
		s.Line, s.TakesContext = true, effect.TakesContext
		s.Never = effect.Exits
	case known.Reports:
	case known.Answers:
		fate = Answered
		s.Answers = Answer{Done: true, Status: effect.Status, Arg: effect.StatusArg}
	case known.Exits:
		s.Never = true
		return s
	default:
		return nil
	}
	for i := range obj.Signature().Params().Len() {
		s.Params = append(s.Params, ParamFate{Index: i, Fate: fate})
	}
	return s
}
