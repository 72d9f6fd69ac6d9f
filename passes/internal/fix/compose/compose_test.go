package compose_test

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/check"
	"github.com/loglint/loglint/passes/internal/fix/compose"
	"github.com/loglint/loglint/passes/internal/fix/linewriter"
	"github.com/loglint/loglint/passes/internal/fix/place"
	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
	"github.com/loglint/loglint/passes/internal/fix/style"
)

const text = `package p

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
)

var errGone = errors.New("gone")

func wrapped(name string) error {
	if err := os.Remove(name); err != nil {
		return fmt.Errorf("remove file: %w", err)
	}
	return errGone
}

func logged(name string) {
	if err := os.Remove(name); err != nil {
		slog.Error("failed to remove file", "err", err)
	}
}

func discarded(name string) error {
	os.RemoveAll(name)
	return nil
}

func replaced(name string) error {
	if err := os.Mkdir(name, 0o700); err != nil {
		return errors.New("no directory")
	}
	return nil
}

func overwritten(name string) error {
	err := os.Chown(name, 0, 0)
	err = os.Chmod(name, 0o700)
	if err != nil {
		return fmt.Errorf("change mode: %w", err)
	}
	return nil
}

func lacking(name string) {
	if err := os.Chdir(name); err != nil {
		slog.Error("cannot go there", "name", name)
	}
}
`

// composer puts the rooms together for a package whose lines are those of slog.
func composer(p *sourcetest.Package, findings ...defect.Finding) *compose.Composer {
	var calls []*ast.CallExpr
	for n := range ast.Preorder(p.File.Syntax) {
		if call, ok := n.(*ast.CallExpr); ok && strings.HasPrefix(p.File.Text(call), "slog.") {
			calls = append(calls, call)
		}
	}
	lines, loggers := style.New(p.Package, calls), reach.New(p.Package, nil, nil)
	return compose.New(compose.Rooms{
		Package: p.Package, Lines: lines, Loggers: loggers, Writer: linewriter.New(p.Package, lines, loggers, findings),
		Places: place.New(p.Package, findings), Checker: check.New(p.Package, findings),
	}, findings)
}

// branch returns the exit by the if statement that a call is tested in.
func branch(p *sourcetest.Package, call *ast.CallExpr) defect.Exit {
	for _, n := range p.File.Path(call.Pos(), call.End()) {
		if s, ok := n.(*ast.IfStmt); ok {
			last := s.Body.List[len(s.Body.List)-1]
			return defect.Exit{Test: s.Cond, Branch: s, Body: s.Body.List, From: s.Body.Lbrace + 1, To: s.Body.Rbrace, Leave: last, At: last.Pos()}
		}
	}
	return defect.Exit{}
}

// TestFor mends one finding of each kind that needs no context.
func TestFor(t *testing.T) {
	p := sourcetest.New(t, text)
	finding := func(kind defect.SiteKind, category defect.Category, call string) defect.Finding {
		origin := p.Call(call)
		s := &defect.Site{Kind: kind, Origin: origin}
		if kind != defect.Untaken {
			s.Exits = []defect.Exit{branch(p, origin)}
		}
		if kind == defect.LineWithoutError {
			s.Line = p.Call(`slog.Error("cannot go there", "name", name)`)
		}
		return defect.Finding{Pos: origin.Pos(), End: origin.End(), Category: category, Site: s}
	}
	// The function returns its other failures, and nobody means to go on without this one.
	overwritten := finding(defect.Untaken, defect.CatOverwritten, "os.Chown(name, 0, 0)")
	overwritten.Evidence = []defect.Evidence{defect.EvSiblings}
	for id, obj := range p.Package.Pass.TypesInfo.Defs {
		if v, ok := obj.(*types.Var); ok && id.Pos() == p.At("err := os.Chown") {
			overwritten.Site.Error = v
		}
	}
	for _, c := range []struct {
		finding defect.Finding
		want    []string // the messages, and what the edits put there
	}{
		{finding(defect.Untaken, defect.CatDropped, "os.RemoveAll(name)"), []string{
			"Check the error and log it, as at line 21", `if err := |; err != nil {` + "\n\t\t" + `slog.Warn("failed to remove directory", "err", err)` + "\n\t}",
			"Check the error and return it", `if err := |; err != nil {` + "\n\t\t" + `return fmt.Errorf("remove directory: %w", err)` + "\n\t}",
		}},
		{finding(defect.Leaves, defect.CatReplaced, "os.Mkdir(name, 0o700)"), []string{
			"Return the error", `fmt.Errorf("no directory: %w", err)`,
			"Log the error before returning, as at line 21", `slog.Warn("failed to create directory", "err", err)` + "\n\t\t",
		}},
		{overwritten, []string{
			"Check the error and return it", "\n\tif err != nil {\n\t\treturn fmt.Errorf(\"change file owner: %w\", err)\n\t}",
			"Check the error and log it, as at line 21", "\n\tif err != nil {\n\t\tslog.Warn(\"failed to change file owner\", \"err\", err)\n\t}",
		}},
		{finding(defect.LineWithoutError, defect.CatNoValue, "os.Chdir(name)"), []string{
			"Add err to the line", `, "err", err`,
		}},
	} {
		got := describe(composer(p, c.finding).For(c.finding))
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: the fixes are\n%s\nwant\n%s", c.finding.Category, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// describe returns the messages of fixes, each with what its edits put there.
func describe(fixes []analysis.SuggestedFix) []string {
	var all []string
	for _, f := range fixes {
		var put []string
		for _, e := range f.TextEdits {
			put = append(put, string(e.NewText))
		}
		all = append(all, f.Message, strings.Join(put, "|"))
	}
	return all
}
