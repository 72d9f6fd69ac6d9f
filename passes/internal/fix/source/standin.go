package source

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/types"
	"strconv"
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
func (p *Package) standIn(path, text string) (*types.Package, error) {
	file, err := parser.ParseFile(p.Pass.Fset, "", text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	conf := types.Config{Importer: p, IgnoreFuncBodies: true}
	made, err := conf.Check(path, p.Pass.Fset, []*ast.File{file}, nil)
	if err != nil {
		return nil, err
	}
	p.byImport[path] = made
	return made, nil
}

// Import returns a package that the files import, directly or not, or a stand-in for
// one of the standard library. It makes a Package a [types.Importer].
func (p *Package) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	p.gather()
	if found := p.byImport[path]; found != nil {
		return found, nil
	}
	if text, ok := standIns[path]; ok {
		return p.standIn(path, text)
	}
	return nil, errors.New("not imported by this package: " + path)
}

// gather finds the packages that the files import, directly or not.
func (p *Package) gather() {
	if p.byImport != nil {
		return
	}
	p.byImport = make(map[string]*types.Package)
	var visit func(pkg *types.Package)
	visit = func(pkg *types.Package) {
		if p.byImport[pkg.Path()] != nil {
			return
		}
		p.byImport[pkg.Path()] = pkg
		for _, imp := range pkg.Imports() {
			visit(imp)
		}
	}
	for _, imp := range p.Imports() {
		visit(imp)
	}
	for _, file := range p.Files {
		for _, spec := range file.Imports {
			// A vendored package is imported by another path than its own.
			path, err := strconv.Unquote(spec.Path.Value)
			if name := p.Pass.TypesInfo.PkgNameOf(spec); err == nil && name != nil {
				p.byImport[path] = name.Imported()
			}
		}
	}
}
