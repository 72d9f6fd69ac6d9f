package fix

import (
	"go/ast"
	"go/parser"
	"go/types"
)

// standIns declare what fixes use of the standard library where the package
// does not import it yet. The real packages may not be at hand: a driver
// loads what a package imports, and nothing else. Package context is not among
// them: whoever has a context depends on the real one.
var standIns = map[string]string{
	"fmt": `package fmt
type writer interface{ Write(p []byte) (n int, err error) }
func Errorf(format string, a ...any) error
func Fprintln(w writer, a ...any) (n int, err error)
func Fprintf(w writer, format string, a ...any) (n int, err error)`,
	"runtime/debug": `package debug
func Stack() []byte`,
	"log": `package log
func Print(v ...any)
func Printf(format string, v ...any)`,
	"log/slog": `package slog
import "context"
func Warn(msg string, args ...any)
func Error(msg string, args ...any)
func WarnContext(ctx context.Context, msg string, args ...any)
func ErrorContext(ctx context.Context, msg string, args ...any)`,
}

// standIn returns a stand-in for a package of the standard library.
func (c *checker) standIn(path, text string) (*types.Package, error) {
	file, err := parser.ParseFile(c.pass.Fset, "", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	conf := types.Config{Importer: c, IgnoreFuncBodies: true}
	p, err := conf.Check(path, c.pass.Fset, []*ast.File{file}, nil)
	if err != nil {
		return nil, err
	}
	c.byImport[path] = p
	return p, nil
}
