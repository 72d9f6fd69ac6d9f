package logctx

import (
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A line lacks its context only where the context carries something for it. What it would
// look for there is known here; what is put there, for the program to say.

// lacks says of a finding in fn under which keys its line would find in the context what it
// lacks, if the context may be that of a request.
func (l *loggers) lacks(fn *ssa.Function, f *defect.Finding, keys []string) {
	for _, ev := range f.Evidence {
		switch ev {
		case defect.EvNobodys, defect.EvHarness, defect.EvStartup, defect.EvBlind:
			return
		}
	}
	by, serves := l.Reqs.Serves(fn)
	// What a handler calls stands behind what puts something into its context, also where it
	// hands the request on.
	if handsOn := l.values.HandsOn(fn); !handsOn && (serves || slices.Contains(f.Evidence, defect.EvRequest)) {
		f.Reads, f.By = keys, by
	} else if f.Within = l.values.NameOf(fn); f.Within != "" {
		f.Reads = keys
	}
}

// readsOf returns the keys of what a call that writes a line would find in the context of
// the request: given it, or by a logger that is bound to it.
func (l *loggers) readsOf(call ssa.CallInstruction, effect known.Effect) []string {
	common := call.Common()
	obj := ssax.CalleeObject(common)
	if keys := known.LineReads(obj); len(keys) > 0 || !effect.TakesContext {
		if len(keys) > 0 && (effect.TakesContext || effect.Context != "") {
			return keys
		}
		return l.boundReads(ssax.Receiver(common))
	}
	return l.values.ReadByFunc(obj)
}

// requestKeys returns the keys under which lines find in contexts which request they are
// written for: those of the line's own library, of the loggers that the package and those of
// its module that it imports take from contexts, and of the handlers of slog.
func (l *idioms) requestKeys(common *ssa.CallCommon) []string {
	keys := []string{known.SlogKey}
	obj := ssax.CalleeObject(common)
	for pkg := obj.Pkg().Path(); pkg != "." && pkg != "/"; pkg = path.Dir(pkg) {
		call := known.Binder(pkg)
		if key := known.ReadsContext(known.Key{Pkg: pkg, Name: call[strings.LastIndexByte(call, '.')+1:]}); key != "" {
			keys = append(keys, key)
		}
	}
	idiom := l.idiomOf()
	keys = append(keys, idiom.found...)
	for _, b := range slices.AppendSeq(slices.Clip(idiom.elsewhere.Binders), maps.Values(idiom.binders)) {
		keys = append(keys, b.Reads...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// boundReads returns the keys of what was looked for in the context that a logger is bound
// to.
func (l *loggers) boundReads(logger ssa.Value) []string {
	for logger != nil {
		bind, isCall := ssax.Unwrap(logger).(*ssa.Call)
		if !isCall {
			return nil
		}
		if slices.ContainsFunc(bind.Call.Args, func(v ssa.Value) bool { return ssax.IsContext(v.Type()) }) {
			return l.values.ReadBy(&bind.Call)
		}
		logger = ssax.Receiver(&bind.Call)
	}
	return nil
}
