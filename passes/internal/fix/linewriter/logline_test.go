package linewriter_test

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/fix/linewriter"
	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

const text = `package p

import (
	"context"
	"log"
	"log/slog"
	"os"
)

type server struct{ logger *slog.Logger }

func (s *server) run(ctx context.Context, name string) {
	if err := os.Remove(name); err != nil {
		s.logger.ErrorContext(ctx, "failed to remove file", "error", err)
	}
	if err := os.Remove(name); err != nil {
		s.logger.Warn("lost it", "name", name)
	}
	orderID, apiToken, text := "", "", ""
	s.load(ctx, orderID)
	s.load(ctx, apiToken)
	s.load(ctx, text)
	println("in a method")
}

func (s *server) load(ctx context.Context, key string) error { return nil }

func load(key string, n int) error { return nil }

func format(name string) {
	if err := os.Remove(name); err != nil {
		log.Printf("could not remove %s: %v", name, err)
	}
	if err := os.Remove(name); err != nil {
		log.Printf("lost %s", name)
	}
	orderID, text, orderPort, count := "", "", 1, 2
	load(orderID, count)
	load(text, orderPort)
	load("a", count)
	println("in a function")
}
`

// writer returns a writer of lines for the text.
func writer(t *testing.T) (*sourcetest.Package, *linewriter.Writer) {
	p := sourcetest.New(t, text)
	var calls []*ast.CallExpr
	for n := range ast.Preorder(p.File.Syntax) {
		if call, ok := n.(*ast.CallExpr); ok {
			if s := p.File.Text(call); strings.HasPrefix(s, "s.logger") || strings.HasPrefix(s, "log.") {
				calls = append(calls, call)
			}
		}
	}
	return p, linewriter.New(p.Package, style.New(p.Package, calls), reach.New(p.Package, nil, nil), nil)
}

// TestWrite writes lines like those beside them.
func TestWrite(t *testing.T) {
	p, w := writer(t)
	for at, want := range map[string]string{
		"in a method":   `s.logger.WarnContext(ctx, "failed to read file", "error", err)`,
		"in a function": `log.Printf("failed to read file: %v", err)`,
	} {
		line, ok := w.Write(p.File, linewriter.Wanted{Pos: p.At(at), Level: known.Warn, Err: "err", Message: []string{"read", "file"}})
		if line.Text != want || !ok {
			t.Errorf("%s: %q, %v; want %q", at, line.Text, ok, want)
		}
	}
}

// TestSubject writes lines that say what the failed call was about, if that names a thing, and no secret.
func TestSubject(t *testing.T) {
	p, w := writer(t)
	for call, want := range map[string]string{
		"s.load(ctx, orderID)":  `s.logger.WarnContext(ctx, "failed to load order", "order_id", orderID, "error", err)`,
		"s.load(ctx, apiToken)": `s.logger.WarnContext(ctx, "failed to load order", "error", err)`,
		"s.load(ctx, text)":     `s.logger.WarnContext(ctx, "failed to load order", "error", err)`,
		"load(orderID, count)":  `log.Printf("failed to load order %q: %v", orderID, err)`,
		"load(text, orderPort)": `log.Printf("failed to load order %d: %v", orderPort, err)`,
		`load("a", count)`:      `log.Printf("failed to load order: %v", err)`,
	} {
		at := "in a method"
		if strings.HasPrefix(call, "load") {
			at = "in a function"
		}
		line, ok := w.Write(p.File, linewriter.Wanted{Pos: p.At(at), Level: known.Warn, Err: "err", Message: []string{"load", "order"}, Call: p.Call(call)})
		if line.Text != want || !ok {
			t.Errorf("%s: %q, %v; want %q", call, line.Text, ok, want)
		}
	}
}

// TestComplete adds an error to lines that lack it, and to no other.
func TestComplete(t *testing.T) {
	p, w := writer(t)
	for call, want := range map[string]string{
		`s.logger.Warn("lost it", "name", name)`:                            `, "error", err`,
		`log.Printf("lost %s", name)`:                                       `"lost %s: %v"|, err`,
		`s.logger.ErrorContext(ctx, "failed to remove file", "error", err)`: "",
	} {
		edits, imports := w.Complete(p.File, p.Call(call), linewriter.Wanted{Err: "err"})
		var got []string
		for _, e := range edits {
			got = append(got, string(e.NewText))
		}
		if strings.Join(got, "|") != want || len(imports) > 0 {
			t.Errorf("%s: %q with %v, want %q", call, got, imports, want)
		}
	}
}
