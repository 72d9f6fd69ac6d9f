// Package logline tells which calls write log lines, at which level, and what those have in
// them; and which lines are begun and never written.
package logline

import (
	"go/types"
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A Reader tells which calls of a package write log lines.
type Reader struct {
	known      *summary.Book
	debugLines bool                         // lines at level debug count
	behinds    map[*types.Func]known.Effect // see Behind
}

// NewReader returns one that knows what the summaries say. debugLines says whether
// lines at level debug or trace are taken to be written.
func NewReader(summaries *summary.Book, debugLines bool) *Reader {
	return &Reader{known: summaries, debugLines: debugLines, behinds: make(map[*types.Func]known.Effect)}
}

// Effect is [program.EffectOf], with the methods of interfaces that a known
// logger stands behind: a module's own Logger, declared over logrus, writes
// what logrus does.
func (r *Reader) Effect(common *ssa.CallCommon) (known.Effect, bool) {
	if effect, ok := program.EffectOf(common); ok || !common.IsInvoke() {
		return effect, ok
	}
	return r.Behind(common.Method)
}

// Behind returns the effect of the known logger that implements the interface
// of a method, of those that the interface's package imports.
func (r *Reader) Behind(m *types.Func) (known.Effect, bool) {
	effect, asked := r.behinds[m]
	if !asked {
		effect, _ = implementedBy(m)
		r.behinds[m] = effect
	}
	return effect, effect.Role != known.NoRole
}

// implementedBy is [Reader.Behind], not remembered.
func implementedBy(m *types.Func) (known.Effect, bool) {
	t := m.Signature().Recv().Type()
	for logger := range LoggersBehind(t) {
		obj, _, _ := types.LookupFieldOrMethod(logger, false, m.Pkg(), m.Name())
		if f, ok := obj.(*types.Func); ok {
			if effect, ok := known.EffectOf(f.Origin()); ok {
				return effect, true
			}
		}
	}
	return known.Effect{}, false
}

// LoggersBehind yields pointers to the types of known loggers that implement an
// interface, of those that the interface's package imports.
func LoggersBehind(t types.Type) iter.Seq[types.Type] {
	return func(yield func(types.Type) bool) {
		n, isNamed := types.Unalias(t).(*types.Named)
		iface, ok := t.Underlying().(*types.Interface)
		if !ok || !isNamed || n.Obj().Pkg() == nil || iface.NumMethods() == 0 {
			return
		}
		for _, imp := range n.Obj().Pkg().Imports() {
			for _, name := range known.Loggers(imp.Path()) {
				tn, ok := imp.Scope().Lookup(name).(*types.TypeName)
				if !ok {
					continue
				}
				if ptr := types.NewPointer(tn.Type()); types.Implements(ptr, iface) && !yield(ptr) {
					return
				}
			}
		}
	}
}

// Writes reports whether a call writes a log line and does nothing else that
// shows, as a table or a summary says: one that answers a client too, or ends
// the program, is no example to follow. A method of an interface shows nothing,
// and one that can do nothing but write what it is given may write lines: its name
// has to say so.
func (r *Reader) Writes(common *ssa.CallCommon) bool {
	obj := ssax.CalleeObject(common)
	if obj == nil || !IsLogger(common) {
		return false
	}
	if effect, ok := program.EffectOf(common); ok {
		return effect.Role == known.Logs
	}
	if common.Signature().Results().Len() > 0 {
		return false
	}
	s := r.known.OfCall(common)
	if s == nil {
		return WritesAnything(obj)
	}
	return !s.Answers.Done && !s.Never && (s.Line || WritesAnything(obj))
}

// WritesAnything reports whether a function takes any number of any values and
// returns nothing, so that all it can do is to write them.
func WritesAnything(obj *types.Func) bool {
	sig := obj.Signature()
	if !sig.Variadic() || sig.Results().Len() > 0 {
		return false
	}
	s, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if !ok {
		return false
	}
	i, ok := s.Elem().Underlying().(*types.Interface)
	return ok && i.Empty()
}

// Unwritten reports whether a line is not to count, as if it were not written:
// its level is mostly switched off in production, and -debuglines=false says
// that it is. Only a level that a call names is known: not one that it is told
// by an argument.
func (r *Reader) Unwritten(common *ssa.CallCommon, effect known.Effect) bool {
	return !r.debugLines && effect.Role == known.Logs && levelOf(common, effect) == known.Debug
}

// levelOf returns the level of a line: that of the call which writes it or,
// where the line is built step by step, of the one that began it.
func levelOf(common *ssa.CallCommon, effect known.Effect) known.Level {
	for effect.Level == known.NoLevel {
		receiver := ssax.Receiver(common)
		if receiver == nil {
			break
		}
		call, ok := ssax.Unwrap(receiver).(*ssa.Call)
		if !ok {
			break
		}
		common = &call.Call
		if effect, ok = program.EffectOf(common); !ok || effect.Role != known.Wraps {
			return known.NoLevel
		}
	}
	return effect.Level
}
