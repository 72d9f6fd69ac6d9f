// Package summary says what callers need to know of a function's errors: fates, which form
// a lattice, of those that it is handed, and classes of those that it returns.
package summary

import (
	"fmt"
	"strings"

	"github.com/loglint/loglint/passes/internal/known"
)

// A Summary is the fact that is exported for a function: what a caller
// needs to know of its body. It holds only slices, numbers and flags, so
// that its encoding is small and deterministic, and it is exported only when
// it says something.
//
// Parameters and results are counted from 0; the receiver is not counted.
type Summary struct {
	// Params says what becomes of an error (or its text, or a list that holds
	// it) handed in, by parameter, in order of Index. What is handed to a
	// parameter that is not listed escapes.
	Params []ParamFate
	// Results says what kind of errors come out, in order of Index.
	Results []ResultClass
	// Answers is what the function answers its client with.
	Answers Answer
	// Verdict says what the function's single boolean result says of the
	// error it is given.
	Verdict Verdict
	// Line says that each call writes a log line of what it is given and, if
	// TakesContext, with the context that is its first parameter.
	Line         bool
	TakesContext bool
	// Writes says, of a function without results that may be handed an error, that something it calls
	// writes log lines: it may be there to tell of what it is handed, also where that cannot be followed.
	Writes bool
	// Never says that the function does not return.
	Never bool
	// Sends are the results, a bit each from 1 for the first, that are channels which the
	// function makes and sends errors to.
	Sends uint8
	// Changes is the greatest work of all that the function calls, whatever comes of it, if
	// that changes something outside.
	Changes known.Work
	// Zeroes are the results, a bit each from 1 for the first, that are zero wherever the last
	// result, an error, is not nil.
	Zeroes uint8
	// Tells says, of a function literal, that it logs what fails in it, and returns nothing that it has not logged.
	Tells bool
}

// A ParamFate is the fate of a parameter: the union over all paths.
type ParamFate struct {
	Index int
	Fate  Fate
	// Switch names the setting without which the function does not log it, "m.verbose", if that
	// decides on each path on which it leaves no trace; "" if it does not.
	Switch string
}

// A ResultClass describes the errors that one result may hold.
type ResultClass struct {
	Index int
	Class known.Class
	// Logged says that the function has logged each error that it returns.
	Logged bool
	// Maybe says that some of them only by callees that do not always log.
	Maybe bool
	// Rest says that the function has logged the errors of the world outside, and
	// that those it returns unlogged are about what it made of what it got.
	Rest bool
	// From names the callee in the function that the error comes from, "os.WriteFile": the
	// call, or the first of several, that gives it its class. It is empty
	// where that is not known, or not worth telling.
	From string
	// Does is what that callee does, where its body shows it.
	Does known.Work
	// Through names the methods of interfaces through which all errors come
	// that tell something and were not logged; see [defect.Finding]. It is empty
	// if there are others, or too many.
	Through []string
	// Work is what is not done, or not known, when it is an error.
	Work known.Work
	// Causes is 1 if the result is one sentinel or new error only, 2 if it may
	// be several different errors.
	Causes uint8
}

// An Answer is how a function answers a client.
type Answer struct {
	Done   bool
	Status int // the status, 0 if Arg holds it, computedStatus if it is not a constant
	Arg    int // the parameter that holds the status, or -1
}

// A Verdict is what a boolean result says of the error a function is given.
type Verdict int8

const (
	NoVerdict  Verdict = iota
	SaysNil            // true: the error is nil
	SaysNonNil         // true: the error is not nil
	SaysKind           // true: the error is of some kind
)

// AFact marks a Summary as a fact.
func (*Summary) AFact() {}

// String renders the summary for tests:
// "param 0: logged; result 1: environment; answers 500".
func (s *Summary) String() string {
	var parts []string
	for _, p := range s.Params {
		text := fmt.Sprintf("param %d: %v", p.Index, p.Fate)
		if p.Switch != "" {
			text += " if " + p.Switch
		}
		parts = append(parts, text)
	}
	for _, r := range s.Results {
		text := fmt.Sprintf("result %d: %v", r.Index, r.Class)
		if r.Logged {
			text += ", logged"
			if r.Maybe {
				text += " maybe"
			}
		}
		if r.Rest {
			text += ", the rest"
		}
		if r.From != "" {
			text += " from " + r.From
			if r.Does != known.NoWork {
				text += " which " + r.Does.String()
			}
		}
		if len(r.Through) > 0 {
			text += " through " + strings.Join(r.Through, " and ")
		}
		if r.Work != known.NoWork {
			text += ", " + r.Work.String()
		}
		if r.Causes > 1 {
			text += ", several causes"
		}
		parts = append(parts, text)
	}
	if s.Answers.Done {
		switch {
		case s.Answers.Arg >= 0:
			parts = append(parts, fmt.Sprintf("answers with param %d", s.Answers.Arg))
		default:
			parts = append(parts, fmt.Sprintf("answers %d", s.Answers.Status))
		}
	}
	switch s.Verdict {
	case SaysNil:
		parts = append(parts, "says nil")
	case SaysNonNil:
		parts = append(parts, "says non-nil")
	case SaysKind:
		parts = append(parts, "says kind")
	}
	if s.Line {
		text := "line"
		if s.TakesContext {
			text += " with context"
		}
		parts = append(parts, text)
	}
	if s.Writes {
		parts = append(parts, "writes lines")
	}
	if s.Never {
		parts = append(parts, "never returns")
	}
	for i := range 8 {
		if s.Sends&(1<<i) != 0 {
			parts = append(parts, fmt.Sprintf("sends errors to result %d", i))
		}
	}
	if s.Changes != known.NoWork {
		parts = append(parts, s.Changes.String())
	}
	for i := range 8 {
		if s.Zeroes&(1<<i) != 0 {
			parts = append(parts, fmt.Sprintf("result %d is zero with an error", i))
		}
	}
	return strings.Join(parts, "; ")
}

// Informative reports whether the summary tells an importer anything that
// the absence of a summary does not.
func (s *Summary) Informative() bool {
	for _, p := range s.Params {
		if p.Fate != Escaped {
			return true
		}
	}
	return len(s.Results) > 0 || s.Answers.Done || s.Verdict != NoVerdict || s.Line || s.Writes || s.Never || s.Sends != 0 || s.Changes != known.NoWork || s.Zeroes != 0
}

// Param returns the fate of what is handed in as parameter i.
func (s *Summary) Param(i int) Fate {
	for _, p := range s.Params {
		if p.Index == i {
			return p.Fate
		}
	}
	return Escaped
}

// Switch returns the setting without which what is handed in as parameter i is not logged, ""
// if there is none.
func (s *Summary) Switch(i int) string {
	for _, p := range s.Params {
		if p.Index == i {
			return p.Switch
		}
	}
	return ""
}

// Result returns what is known of result i.
func (s *Summary) Result(i int) (ResultClass, bool) {
	for _, r := range s.Results {
		if r.Index == i {
			return r, true
		}
	}
	return ResultClass{}, false
}

// ComputedStatus stands for a status that is not a constant.
const ComputedStatus = -1
