package compose

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/linewriter"
	"github.com/loglint/loglint/passes/internal/fix/phrase"
	"github.com/loglint/loglint/passes/internal/fix/place"
	"github.com/loglint/loglint/passes/internal/known"
)

// leavingDrafts mends paths that leave without a trace: a line before they
// leave, or the error returned.
func (w *work) leavingDrafts() []draft {
	if w.f.Category == defect.CatOverwritten {
		return untakenFix{w}.overwritten()
	}
	log, wrap := w.addedThere(), returnFix{w}.returned()
	if log == nil {
		log = w.logged()
	}
	if wrap != nil && ((returnFix{w}).remakes() || (returnFix{w}).emptyHanded()) {
		return some(wrap, log)
	}
	if log == nil {
		return nil // see the package's doc: drivers would apply what changes more than the trace
	}
	if wrap != nil {
		wrap.second = true
	}
	return some(log, wrap)
}

// addedThere returns the draft that adds the error to the line that the branch has
// already, written by what only its shape shows to be a logger; nil if there is none.
func (w *work) addedThere() *draft {
	if len(w.site.Exits) != 1 || w.site.Exits[0].Test == nil || w.at.MayBeNil(w.site.Exits[0]) {
		return nil
	}
	exit := w.site.Exits[0]
	name, rewrite, ok := w.at.Tested(exit)
	if !ok {
		return nil
	}
	for _, stmt := range exit.Body {
		expr, ok := stmt.(*ast.ExprStmt)
		if !ok {
			continue
		}
		call, ok := expr.X.(*ast.CallExpr)
		if !ok || !w.c.rooms.Lines.IsLine(call) || w.c.rooms.Package.ErrorIn(call.Args) != nil {
			continue
		}
		if d := w.added(call, linewriter.Wanted{Err: name}); d != nil {
			d.edits = append(d.edits, rewrite...)
			d.names = []string{name}
			return d
		}
	}
	return nil
}

// line writes a line for the lost error: that with which the package logs the failure of another
// call of the same function, or one in its way.
func (w *work) line(wanted linewriter.Wanted) (linewriter.Line, bool) {
	if w.site.Origin != nil && !w.expected() {
		if line, ok := w.c.rooms.Writer.Twin(w.src, wanted, w.site.Origin); ok {
			return line, true
		}
	}
	return w.c.rooms.Writer.Write(w.src, wanted)
}

// level returns the level of the line for a lost error: an error where a request, the
// program or a goroutine fails with it; or else what the lines for errors around it
// mostly have, or a warning where something else is made of it.
func (w *work) level() known.Level {
	switch w.f.Category {
	case defect.CatExit, defect.CatGoroutine, defect.CatCallback, defect.CatRecovered:
		return known.Error
	case defect.CatAnswered:
		if !slices.Contains(w.f.Evidence, defect.EvBlamed) {
			return known.Error
		}
	}
	if w.expected() {
		return known.Debug
	}
	if usual := w.c.rooms.Lines.UsualLevel(w.src, w.f.Pos); usual != known.NoLevel {
		return usual
	}
	if slices.Contains(w.f.Evidence, defect.EvLost) {
		return known.Error
	}
	return known.Warn
}

// unread reports whether nobody reads lines that are written there: a person has run a command,
// and looks at what it prints, or nothing else in the package writes any.
func (w *work) unread() bool {
	return slices.Contains(w.f.Evidence, defect.EvCommand) || slices.Contains(w.f.Evidence, defect.EvWordless)
}

// doing returns what failed, in words.
func (w *work) doing() []string {
	if call := w.site.Origin; call != nil {
		if fn := w.src.Declaration(call.Pos()); fn != nil && phrase.SaysHow(call) {
			if words := phrase.OfDeclared(fn); words != nil {
				return words
			}
		}
		return phrase.Of(w.c.rooms.Package, call)
	}
	if fn := w.src.Declaration(w.f.Pos); fn != nil {
		return phrase.OfFunction(fn.Name.Name)
	}
	return []string{"run", "function"}
}

// logged returns the draft that writes a line on each path that leaves.
func (w *work) logged() *draft {
	if !w.isFirstOf() || w.toldApart() || w.tries() || w.turnedRound() {
		return nil
	}
	if len(w.site.Exits) == 0 || w.f.Category == defect.CatOverwritten || w.site.Exits[0].Test == nil {
		return w.lookedAt()
	}
	d := w.loggedAt(w.site.Exits, false)
	if d == nil {
		return nil
	}
	d.instead = some(w.loggedAt(w.site.Exits, true))
	if len(d.names) > 1 {
		// One line may be enough: that of the branch that the others are in.
		for i := range w.site.Exits {
			d.instead = append(d.instead, some(w.loggedAt(w.site.Exits[i:i+1], false), w.loggedAt(w.site.Exits[i:i+1], true))...)
		}
	}
	return d
}

// lookedAt returns the draft that looks at an error right after the call, and logs it.
func (w *work) lookedAt() *draft {
	u := untakenFix{w}
	return u.checkedAfter(u.logLine)
}

// loggedAt returns the draft that writes a line on each of some paths; careful says
// that the error may be nil there, though the branch does not look so.
func (w *work) loggedAt(exits []defect.Exit, careful bool) *draft {
	d := &draft{}
	var done []token.Pos
	for _, exit := range exits {
		if exit.Test == nil {
			continue
		}
		p, ok := w.at.Place(exit, careful)
		if !ok {
			// The test is no statement's: return err == nil && x.ok.
			return w.lookedAt()
		}
		if slices.Contains(done, p.Pos) {
			continue
		}
		done = append(done, p.Pos)
		m, ok := w.line(linewriter.Wanted{Pos: p.Pos, Level: w.level(), Err: p.Err, Ctx: exit.Context, Message: w.doing(), Binders: w.site.Binders, Call: w.site.Origin})
		if !ok {
			if m, ok = w.printed(p); !ok {
				return nil
			}
		}
		d.names = append(d.names, p.Err)
		d.edits = append(d.edits, p.Rewrite...)
		d.edits = append(d.edits, m.Edits...)
		d.edits = append(d.edits, p.Put(m.Text))
		d.imports = append(d.imports, m.Imports...)
		if d.message == "" {
			d.message = "Log the error " + p.When + w.like(m)
		}
	}
	d.edits = distinct(d.edits)
	return d
}

// distinct leaves out edits that are there twice: two exits may both rewrite
// the test that they share.
func distinct(edits []analysis.TextEdit) []analysis.TextEdit {
	var kept []analysis.TextEdit
	for _, e := range edits {
		same := func(o analysis.TextEdit) bool {
			return o.Pos == e.Pos && o.End == e.End && string(o.NewText) == string(e.NewText)
		}
		if !slices.ContainsFunc(kept, same) {
			kept = append(kept, e)
		}
	}
	return kept
}

// printed makes a line for a program that ends and has no logger.
func (w *work) printed(p place.Placing) (linewriter.Line, bool) {
	if w.f.Category != defect.CatExit || w.src.NameOf("os") == "" || len(w.c.rooms.Lines.Samples()) > 0 {
		return linewriter.Line{}, false
	}
	name, imports := w.src.Qualifier("fmt", "fmt")
	return linewriter.Line{Text: name + ".Fprintln(" + w.src.NameOf("os") + ".Stderr, " + p.Err + ")", Imports: imports}, true
}
