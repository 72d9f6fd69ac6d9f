package fix

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

// A wanted is a log line to be written.
type wanted struct {
	pos     token.Pos
	level   known.Level
	err     string // the variable that holds the error
	ctx     *errfate.Context
	message []string // in words
	binders []errfate.Binder
	value   bool // err is not an error but a recovered value, with a stack
}

// A made is a log line that was made.
type made struct {
	text    string
	logger  string // what it is written with, for the message of the fix
	imports []string
	edits   []analysis.TextEdit // elsewhere: a parameter gets a name

	usesContext bool
}

// line makes a log line in the way of the package, or returns false if no
// logger can be reached there.
func (fx *Fixer) line(src *source.File, w wanted) (made, bool) {
	ctx, edits := fx.contextText(src, w.ctx, w.pos)
	type candidate struct {
		*style.Sample
		reached
		score int
	}
	var candidates []candidate
	// Most lines of a package are written with a few loggers.
	ways := make(map[string]*reached)
	for _, s := range slices.Concat(fx.Samples(), fx.Bound(w.binders), fx.Unused()) {
		s, ok := fx.AtLevel(s, w.level)
		if !ok {
			continue
		}
		way := fx.Way(s)
		if _, tried := ways[way]; !tried {
			ways[way] = nil
			if r, ok := fx.reach(src, s, w.pos, ctx, w.binders); ok && !fx.Stray(s) {
				ways[way] = &r
			}
		}
		if ways[way] == nil {
			continue
		}
		r := *ways[way]
		if l := style.FieldLevel(r.text[strings.LastIndexByte(r.text, '.')+1:]); l == known.Debug || l == known.Info {
			continue // a logger of its type, for other lines
		}
		if bound, ok := fx.better(src, s, w, ctx); ok {
			r = bound
		}
		c := candidate{s, r, min(s.Weight, 30) + 3*r.near}
		if s.Call != nil {
			c.score += 200
			if s.HasError {
				c.score += 150
			}
			if s.File == src.Syntax {
				c.score += 100
				if src.Declaration(s.Call.Pos()) == src.Declaration(w.pos) {
					c.score += 60
				}
			}
		}
		if l := style.LevelOf(s.Callee); l == w.level || l == known.NoLevel {
			c.score += 10
		} else if l < known.Warn {
			c.score -= 40
		}
		// Where a context is at hand, the logger that the package has from
		// contexts goes before one that fewer of its lines are written with.
		if s.Binder != nil && s.Weight > 0 && ctx != "" {
			c.score += 350 // as if it were a line for an error, of another file
		}
		// A field that holds a logger is there to log with. One that holds a
		// client, which logs among other things, may be nil.
		if r.guessed && !s.IsForLogging() {
			if strings.Count(r.text, ".") > 1 {
				continue
			}
			c.score -= 120
		}
		if ctx != "" && (s.Shape.Ctx >= 0 || s.Leading) {
			c.score += 25
		}
		candidates = append(candidates, c)
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return b.score - a.score })
	for _, c := range candidates {
		guard, ok := fx.guard(src, c.reached, w.pos)
		if !ok {
			continue
		}
		if m, ok := fx.compose(src, c.Sample, c.reached, w, ctx); ok {
			if guard != "" {
				m.text = "if " + guard + " {\n" + source.Nested(m.text) + "\n}"
			}
			if m.usesContext {
				m.edits = edits
			}
			return m, true
		}
	}
	return made{}, false
}

// better returns the logger of the context that a sample should have been written
// with itself, if that was found: the new line is not to be found next.
func (fx *Fixer) better(src *source.File, s *style.Sample, w wanted, ctx string) (reached, bool) {
	if s.Call == nil || ctx == "" || len(w.binders) == 0 || !fx.lacking()[s.Call] {
		return reached{}, false
	}
	for _, b := range w.binders {
		if b.Logger == s.Callee.Pkg().Path() || s.Pkg != nil && b.Logger == s.Pkg.Path() {
			if r, ok := fx.boundBy(src, b, nil, w.pos, ctx); ok {
				return r, true
			}
		}
	}
	return reached{}, false
}

// lacking returns the lines of the package that are found to lack a context, as
// sure as what is shown by default. What is shown in this run does not count: a fix
// is the same whatever else is selected.
func (fx *Fixer) lacking() map[*ast.CallExpr]bool {
	if fx.bare == nil {
		fx.bare = make(map[*ast.CallExpr]bool)
		for _, f := range fx.result.Findings {
			if f.Category == defect.CatNoContext && f.Confidence == defect.High && f.Site != nil {
				fx.bare[f.Site.Line] = true
			}
		}
	}
	return fx.bare
}
