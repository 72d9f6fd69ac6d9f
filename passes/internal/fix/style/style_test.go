package style_test

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

const text = `package p

import (
	"fmt"
	"log"
	"log/slog"
	"os"
)

type server struct{ logger *slog.Logger }

func (s *server) run(name string) error {
	if err := os.Remove(name); err != nil {
		s.logger.Error("Could not remove file", "error", err)
	}
	if err := os.Remove(name); err != nil {
		s.logger.Error("Could not remove it", "name", name, "error", err)
	}
	if err := os.Remove(name); err != nil {
		log.Printf("Could not go on - %s", err)
	}
	if err := os.Remove(name); err != nil {
		s.logger.Warn("Could not do more", "error", err)
		return fmt.Errorf("removing file: %w", err)
	}
	s.logger.Info("done")
	return nil
}
`

// lines returns what is known of the lines of the text.
func lines(t *testing.T) (*sourcetest.Package, *style.Lines) {
	p := sourcetest.New(t, text)
	var calls []*ast.CallExpr
	for n := range ast.Preorder(p.File.Syntax) {
		if call, ok := n.(*ast.CallExpr); ok {
			if s := p.File.Text(call); strings.HasPrefix(s, "s.logger") || strings.HasPrefix(s, "log.") {
				calls = append(calls, call)
			}
		}
	}
	return p, style.New(p.Package, calls)
}

// TestSamples takes lines apart.
func TestSamples(t *testing.T) {
	_, ls := lines(t)
	samples := ls.Samples()
	if len(samples) != 5 {
		t.Fatalf("%d samples, want 5", len(samples))
	}
	first, format, last := samples[0], samples[2], samples[4]
	if first.Shape.Form != style.Pairs || !first.HasError || first.ErrArgs != `"error", `+style.Blank {
		t.Errorf("the first line has form %d and error %q", first.Shape.Form, first.ErrArgs)
	}
	if format.Shape.Form != style.Formatted || format.Pkg == nil || format.Pkg.Path() != "log" {
		t.Errorf("the line of log has form %d and package %v", format.Shape.Form, format.Pkg)
	}
	if last.HasError {
		t.Error("the last line has an error")
	}
	if way := ls.Way(first); way != ls.Way(last) || way == ls.Way(format) {
		t.Errorf("lines of one logger are not written in one way: %q", way)
	}
}

// TestStyle reads what lines have in common.
func TestStyle(t *testing.T) {
	p, ls := lines(t)
	st := ls.Of(ls.Samples()[0])
	if got := st.Say([]string{"read", "file"}); got != "Could not read file" {
		t.Errorf("a message is %q", got)
	}
	if st.Key != "error" {
		t.Errorf("the key of errors is %q", st.Key)
	}
	if st := ls.Of(ls.Samples()[2]); st.Sep != " - " || st.Verb != "%s" {
		t.Errorf("a format ends in %q and %q", st.Sep, st.Verb)
	}
	if wrap := ls.Wrapping(p.File); !wrap.Used || wrap.Say([]string{"read", "file"}) != "reading file" {
		t.Errorf("errors are wrapped with %q", wrap.Say([]string{"read", "file"}))
	}
}

// TestUnused makes samples up for loggers that are imported.
func TestUnused(t *testing.T) {
	p := sourcetest.New(t, text)
	var names []string
	for _, s := range style.New(p.Package, nil).Unused() {
		names = append(names, s.Callee.FullName())
		if style.LevelOf(s.Callee) != known.Error && style.LevelOf(s.Callee) != known.NoLevel {
			t.Errorf("%s is for another level", s.Callee.FullName())
		}
	}
	if got := strings.Join(names, " "); got != "(*log.Logger).Printf (*log.Logger).Printf log.Printf (*log/slog.Logger).Error (*log/slog.Logger).Error log/slog.Error" {
		t.Errorf("the samples are %s", got)
	}
}
