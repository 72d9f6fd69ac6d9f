package linewriter

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

// A Wanted is a log line to be written.
type Wanted struct {
	Pos     token.Pos       // where
	Level   known.Level     // at which level
	Err     string          // the variable that holds the error
	Ctx     *defect.Context // the request's context in reach, nil if there is none
	Message []string        // what was being done, in words
	Binders []defect.Binder // what makes loggers of contexts
	Call    *ast.CallExpr   // the call that fails, nil if that is not known
	Value   bool            // Err is not an error but a recovered value, with a stack
	Stacked bool            // ... but the line has its stack already
}

// A Line is a log line that was written.
type Line struct {
	Text    string              // the statement
	logger  string              // what it is written with
	Imports []string            // the packages that it names
	Edits   []analysis.TextEdit // elsewhere: a parameter gets a name
	Like    *ast.CallExpr       // the line of the package that it was made like, nil if there is none

	usesContext bool
}

// A Writer writes log lines as a package writes its own.
type Writer struct {
	pkg      *source.Package
	lines    *style.Lines
	loggers  *reach.Loggers
	findings []defect.Finding // of the package

	bare     map[*ast.CallExpr]bool          // see lacking
	failures map[*ast.CallExpr]*ast.CallExpr // see FailureOf
}

// New returns a writer of lines for a package with some findings.
func New(pkg *source.Package, lines *style.Lines, loggers *reach.Loggers, findings []defect.Finding) *Writer {
	return &Writer{pkg: pkg, lines: lines, loggers: loggers, findings: findings, failures: make(map[*ast.CallExpr]*ast.CallExpr)}
}

// logsItself reports whether what fails is a function of the package that a line is written with: a
// logger that cannot be built tells nobody so.
func logsItself(pkg *source.Package, s *style.Sample, w Wanted) bool {
	if w.Call == nil || s.Callee == nil {
		return false
	}
	callee := pkg.Callee(w.Call)
	return callee != nil && callee.Pkg() != pkg.Pass.Pkg && callee.Pkg() == s.Callee.Pkg()
}

// Write makes a log line in the way of the package, or returns false if no
// logger can be reached there.
func (wr *Writer) Write(src *source.File, w Wanted) (Line, bool) {
	ctx, edits := wr.loggers.Context(src, w.Ctx, w.Pos)
	type candidate struct {
		*style.Sample
		reach.Reached
		score int
	}
	var candidates []candidate
	// Most lines of a package are written with a few loggers.
	ways := make(map[string]*reach.Reached)
	for _, s := range slices.Concat(wr.lines.Samples(), wr.lines.Bound(w.Binders), wr.lines.Unused()) {
		s, ok := wr.lines.AtLevel(s, w.Level)
		if !ok || logsItself(wr.pkg, s, w) {
			continue
		}
		way := wr.lines.Way(s)
		if _, tried := ways[way]; !tried {
			ways[way] = nil
			if r, ok := wr.loggers.Reach(src, s.Logger, w.Pos, ctx, w.Binders); ok && !wr.lines.Stray(s) {
				ways[way] = &r
			}
		}
		if ways[way] == nil {
			continue
		}
		r := *ways[way]
		if l := style.FieldLevel(r.Text[strings.LastIndexByte(r.Text, '.')+1:]); l == known.Debug || l == known.Info {
			continue // a logger of its type, for other lines
		}
		if bound, ok := wr.better(src, s, w, ctx); ok {
			r = bound
		}
		c := candidate{s, r, min(s.Weight, 30) + 3*r.Near}
		if s.Call != nil {
			c.score += 200
			if s.HasError {
				c.score += 150
			}
			if s.File == src.Syntax {
				c.score += 100
				if src.Declaration(s.Call.Pos()) == src.Declaration(w.Pos) {
					c.score += 60
				}
			}
		}
		if l := style.LevelOf(s.Callee); l == w.Level || l == known.NoLevel {
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
		if r.Guessed && !s.IsForLogging() {
			if strings.Count(r.Text, ".") > 1 {
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
		guard, ok := wr.loggers.Guard(src, c.Reached, w.Pos)
		if !ok {
			continue
		}
		if m, ok := wr.compose(src, c.Sample, c.Reached, w, ctx); ok {
			if guard != "" {
				m.Text = "if " + guard + " {\n" + source.Nested(m.Text) + "\n}"
			}
			if m.usesContext {
				m.Edits = edits
			}
			m.Like = c.Sample.Call
			return m, true
		}
	}
	return Line{}, false
}

// better returns the logger of the context that a sample should have been written
// with itself, if that was found: the new line is not to be found next.
func (wr *Writer) better(src *source.File, s *style.Sample, w Wanted, ctx string) (reach.Reached, bool) {
	if s.Call == nil || ctx == "" || len(w.Binders) == 0 || !wr.lacking()[s.Call] {
		return reach.Reached{}, false
	}
	for _, b := range w.Binders {
		if b.Logger == s.Callee.Pkg().Path() || s.Pkg != nil && b.Logger == s.Pkg.Path() {
			if r, ok := wr.loggers.BoundBy(src, b, nil, w.Pos, ctx); ok {
				return r, true
			}
		}
	}
	return reach.Reached{}, false
}

// lacking returns the lines of the package that are found to lack a context, as
// sure as the declared points of evidence say. What is shown in this run does not count: a fix
// is the same whatever else is selected.
func (wr *Writer) lacking() map[*ast.CallExpr]bool {
	if wr.bare == nil {
		wr.bare = make(map[*ast.CallExpr]bool)
		for _, f := range wr.findings {
			if f.Category == defect.CatNoContext && defect.ByPoints(f.Category, f.Evidence) == defect.High && f.Site != nil {
				wr.bare[f.Site.Line] = true
			}
		}
	}
	return wr.bare
}
