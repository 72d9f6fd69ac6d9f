package style

import (
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// A Form is how a function that writes a line takes what the line says. It
// follows from the function's signature, so that a program's own loggers have
// one as well.
type Form uint8

// The forms, each with a function that takes it.
const (
	noForm    Form = iota
	Pairs          // a message, then keys and values: slog
	Fields         // a message, then fields that functions make: zap
	Formatted      // a format and its operands: log.Printf
	Values         // any values: log.Println
	Plain          // a message alone, the rest before it: zerolog
	bare           // an error alone
)

// A Shape is a form with the places of what a function is given.
type Shape struct {
	Form Form
	Ctx  int // index of the parameter that is the context, -1 if none is
	Err  int // of the one that is the error
	Msg  int // of the one that is the message or format
}

// ShapeOf returns the shape of a function that writes lines; the form is
// noForm if it takes anything else as well.
func ShapeOf(sig *types.Signature) Shape {
	s := Shape{Ctx: -1, Err: -1, Msg: -1}
	params := sig.Params()
	fixed := params.Len()
	if sig.Variadic() {
		fixed--
	}
	for i := range fixed {
		t := params.At(i).Type()
		switch {
		case source.IsContext(t) && s.Ctx < 0:
			s.Ctx = i
		case source.IsError(t) && s.Err < 0:
			s.Err = i
		case source.IsString(t) && s.Msg < 0:
			s.Msg = i
		default:
			return s
		}
	}
	if !sig.Variadic() {
		switch {
		case s.Msg >= 0:
			s.Form = Plain
		case s.Err >= 0:
			s.Form = bare
		}
		return s
	}
	elem := params.At(fixed).Type().(*types.Slice).Elem()
	iface, isInterface := elem.Underlying().(*types.Interface)
	switch {
	case !isInterface || iface.NumMethods() > 0:
		s.Form = Fields
	case s.Msg < 0:
		s.Form = Values
	case isFormat(params.At(s.Msg).Name()):
		s.Form = Formatted
	default:
		s.Form = Pairs
	}
	if s.Form == Fields && s.Msg < 0 {
		s.Form = noForm
	}
	return s
}

// isFormat reports whether a parameter is named as formats are; what comes
// after a message is keys and values.
func isFormat(name string) bool {
	return slices.Contains([]string{"format", "template", "fmt", "f", "msgf", "layout", "pattern"}, name)
}

// WithLevel returns the function beside fn that writes a line of another
// level in the same form.
func WithLevel(fn *types.Func, level known.Level) *types.Func {
	effect, inTable := known.EffectOf(fn)
	if inTable && (effect.Level == level || effect.Level == known.NoLevel) {
		return fn
	}
	var best *types.Func
	for _, other := range source.Siblings(fn) {
		if !types.Identical(withoutNames(other.Signature()), withoutNames(fn.Signature())) {
			continue
		}
		if inTable {
			e, ok := known.EffectOf(other)
			if !ok || e.Role != effect.Role || e.Level != level || e.TakesContext != effect.TakesContext || e.Exits && level != known.Fatal {
				continue
			}
			if ShapeOf(other.Signature()).Form != ShapeOf(fn.Signature()).Form || ending(other.Name()) != ending(fn.Name()) {
				continue
			}
		} else if !namedFor(fn.Name(), other.Name(), level) {
			continue
		}
		if best == nil || len(other.Name()) < len(best.Name()) || len(other.Name()) == len(best.Name()) && other.Name() < best.Name() {
			best = other
		}
	}
	return best
}

// ending tells the variants of a line apart that have one signature: Error,
// Errorln, ErrorDepth.
func ending(name string) string {
	for _, words := range levelWords {
		for _, word := range words {
			if rest, ok := strings.CutPrefix(name, word); ok {
				return rest
			}
		}
	}
	return name
}

// levelWords are what names of functions begin with that write lines of a
// level, the longest first.
var levelWords = map[known.Level][]string{
	known.Debug: {"Debug", "Trace", "debug", "trace"},
	known.Info:  {"Info", "info"},
	known.Warn:  {"Warning", "Warn", "warning", "warn"},
	known.Error: {"Error", "Err", "error"},
}

// namedFor reports whether other is fn's name for another level.
func namedFor(name, other string, level known.Level) bool {
	return slices.ContainsFunc(levelWords[level], func(word string) bool {
		rest, ok := strings.CutPrefix(other, word)
		return ok && rest == ending(name) && rest != name
	})
}

// LevelOf returns the level of a function that writes lines, NoLevel if it
// has none.
func LevelOf(fn *types.Func) known.Level {
	if effect, ok := known.EffectOf(fn); ok {
		return effect.Level
	}
	for _, level := range []known.Level{known.Debug, known.Info, known.Warn, known.Error} {
		for _, word := range levelWords[level] {
			if strings.HasPrefix(fn.Name(), word) {
				return level
			}
		}
	}
	return known.NoLevel
}

// withoutNames returns a signature as it counts for identity, without its
// receiver.
func withoutNames(sig *types.Signature) *types.Signature {
	return types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic())
}
