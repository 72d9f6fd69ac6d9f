package inmemory

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"log"
	"os"

	"golang.org/x/tools/go/packages"
)

// A unit is a package while it is looked at, as far as that needs. Nothing keeps it
// afterwards.
type unit struct {
	*node
	files []*ast.File
	types *types.Package // with what is in bodies, unlike declared
	info  *types.Info
	// outline has what the files declare as importers see it.
	outline map[*ast.Ident]types.Object
}

// A source reads packages. What it says of their errors is what go/packages says.
type source struct {
	*graph
	fset *token.FileSet
}

// declare parses a package and type-checks what it declares, but not bodies.
func (s *source) declare(n *node) {
	if n.PkgPath == "unsafe" {
		n.declared = types.Unsafe
		return
	}
	files := s.parse(n, parser.AllErrors|parser.SkipObjectResolution)
	n.declared = s.check(n, files, nil, func(err error) { addError(n, err) })
	s.judge(n)
}

// open parses a package and type-checks all of it; and once more what it declares, if it
// is imported: that is small, while the scopes of functions, which a package keeps, are
// not. What importers see of it are other objects than those of the unit; they stay as
// they are if the package is opened again.
func (s *source) open(n *node) *unit {
	if n.PkgPath == "unsafe" {
		n.declared = types.Unsafe
		return &unit{node: n, files: []*ast.File{}, types: types.Unsafe, info: newInfo()}
	}
	u := &unit{node: n, files: s.parse(n, parser.AllErrors|parser.SkipObjectResolution|parser.ParseComments), info: newInfo()}
	u.types = s.check(n, u.files, u.info, func(err error) { addError(n, err) })
	s.judge(n)
	if len(n.importers) > 0 && n.declared == nil {
		u.outline = make(map[*ast.Ident]types.Object)
		n.declared = s.check(n, u.files, &types.Info{Defs: u.outline}, func(error) {})
	}
	return u
}

// parse returns the files of a package as far as they can be parsed.
func (s *source) parse(n *node, mode parser.Mode) []*ast.File {
	var files []*ast.File
	for _, name := range n.CompiledGoFiles {
		src, err := os.ReadFile(name)
		if err != nil {
			addError(n, err)
			continue
		}
		file, err := parser.ParseFile(s.fset, name, src, mode)
		if err != nil {
			addError(n, err)
		}
		if file != nil {
			files = append(files, file)
		}
	}
	return files
}

// check type-checks a package, with its bodies if all uses are to be written down.
func (s *source) check(n *node, files []*ast.File, info *types.Info, report func(error)) *types.Package {
	// By its name in the graph, which the package clauses of broken files may not agree on.
	pkg := types.NewPackage(n.PkgPath, n.Name)
	conf := &types.Config{
		Importer:         importer{s, n},
		IgnoreFuncBodies: info == nil || info.Uses == nil,
		Error:            report,
		Sizes:            n.TypesSizes,
	}
	if n.Module != nil && n.Module.GoVersion != "" {
		conf.GoVersion = "go" + n.Module.GoVersion
	}
	if err := types.NewChecker(conf, s.fset, pkg, info).Files(files); err != nil && len(n.Errors) == 0 {
		report(err) // which the checker has not
	}
	return pkg
}

// judge notes whether a package, or one that it imports, is broken.
func (s *source) judge(n *node) {
	if len(n.Errors) > 0 {
		addVersions(n)
	}
	n.IllTyped = len(n.Errors) > 0
	for _, imp := range n.imports {
		n.IllTyped = n.IllTyped || imp.IllTyped
	}
}

func newInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}

// An importer finds what a package imports.
type importer struct {
	source *source
	node   *node
}

// Import implements [types.Importer].
func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	p := i.node.Imports[path]
	if p == nil {
		if cycle := i.source.cycle(path, i.node); cycle != nil {
			return nil, fmt.Errorf("import cycle: %s", cycle)
		}
		return nil, fmt.Errorf("no metadata for %s", path)
	}
	if pkg := i.source.byID[p.ID].declared; pkg.Complete() {
		return pkg, nil
	}
	return nil, fmt.Errorf("no types of package %s", path)
}

// addError adds an error of the source to those of a package.
func addError(n *node, err error) {
	add := func(pos, msg string, kind packages.ErrorKind) {
		n.Errors = append(n.Errors, packages.Error{Pos: pos, Msg: msg, Kind: kind})
	}
	switch err := err.(type) {
	case *os.PathError:
		add(err.Path+":1", err.Err.Error(), packages.ParseError)
	case scanner.ErrorList:
		for _, e := range err {
			add(e.Pos.String(), e.Msg, packages.ParseError)
		}
	case types.Error:
		n.TypeErrors = append(n.TypeErrors, err)
		add(err.Fset.Position(err.Pos).String(), err.Msg, packages.TypeError)
	default:
		add("-", err.Error(), packages.UnknownError)
		log.Printf("internal error: error %q (%T) without position", err, err)
	}
}
