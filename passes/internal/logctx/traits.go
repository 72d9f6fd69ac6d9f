package logctx

import (
	"go/types"
	"strings"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// Traits are the fact that is exported for a function: what its lines, and the loggers
// that it gives, have to do with the contexts of its callers.
type Traits struct {
	// Line is a line that could carry a context, which the function writes while it
	// takes none and has no logger that is bound to one.
	Line
	// Binds says that the first result is a logger that is bound to the context
	// or request that the function is given.
	Binds bool
	// Blind says that the loggers or handlers of slog that the function returns
	// read nothing from contexts, or that it is the method of such a handler.
	Blind bool
}

// A Line is a line that could carry a context and does not.
type Line struct {
	// Without says by what it is written, "slog.Info" or "audit.note → slog.Info". It
	// is empty if there is no such line.
	Without string
	// Reads are the keys under which the line would find in a context what it lacks.
	Reads []string
	// Failing says that the line tells of a failure.
	Failing bool
}

// AFact marks Traits as a fact.
func (*Traits) AFact() {}

// String renders the traits for tests.
func (t *Traits) String() string {
	var parts []string
	if t.Without != "" {
		parts = append(parts, "logs without context by "+t.Without)
	}
	if t.Binds {
		parts = append(parts, "binds a logger")
	}
	if t.Blind {
		parts = append(parts, "blind to contexts")
	}
	return strings.Join(parts, "; ")
}

// Informative reports whether the traits tell an importer anything that the absence of
// traits does not.
func (t *Traits) Informative() bool { return t.Without != "" || t.Binds || t.Blind }

// join joins the traits of several implementations of one method, or of several
// functions that one variable holds; nil if nothing is known of one.
func join(all []*Traits) *Traits {
	var joined *Traits
	for _, t := range all {
		switch {
		case t == nil:
			return nil
		case joined == nil:
			first := *t
			joined = &first
			continue
		}
		if t.Without == "" {
			joined.Line = Line{} // one of them has what the others lack
		}
		joined.Binds = joined.Binds || t.Binds
		joined.Blind = joined.Blind && t.Blind
	}
	return joined
}

// ofEffect returns the traits that an entry of a table says, nil if it says nothing of
// lines, answers or exits.
func ofEffect(obj *types.Func, effect known.Effect) *Traits {
	switch effect.Role {
	case known.Logs:
		if effect.Context != "" {
			return &Traits{Line: Line{Without: ssax.NameFrom(obj, nil), Reads: known.LineReads(obj), Failing: effect.Level >= known.Warn}}
		}
	case known.Reports, known.Answers, known.Exits:
	default:
		return nil
	}
	return new(Traits)
}

// otherwise returns empty traits for a function of which the summaries know something.
func otherwise(known *summary.Book) func(*types.Func) *Traits {
	return func(obj *types.Func) *Traits {
		if known.OfObject(obj) == nil {
			return nil
		}
		return new(Traits)
	}
}
