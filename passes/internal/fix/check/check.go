package check

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/trace"
)

// A Checker verifies drafts of fixes of one package. It type-checks pieces against the
// package as it was type-checked already, which is what they can see. What the
// package imports, directly or not, is there already, too.
type Checker struct {
	pkg      *source.Package
	findings []defect.Finding                            // of the package, those that may be given a fix
	users    map[*ast.File]map[*types.PkgName][]ast.Decl // see usersIn
	asked    map[*source.File]unedited                   // the piece of each file that was asked about last: findings come in their order
}

// New returns a checker for fixes of a package, which has some findings that may
// be given a fix.
func New(pkg *source.Package, findings []defect.Finding) *Checker {
	return &Checker{pkg: pkg, findings: findings, users: make(map[*ast.File]map[*types.PkgName][]ast.Decl), asked: make(map[*source.File]unedited)}
}

// A checked is what the type checker says of a piece.
type checked struct {
	file     *ast.File
	source   []byte
	info     *types.Info
	problems map[string]int           // how often it says so
	idle     map[*ast.ImportSpec]bool // the imports that the declaration does not use
}

// check type-checks a piece with the given text.
//
// It is a file of a package that has the path of the pass's package, so that
// the names that are not exported can be used, and holds the objects of it that
// the piece names. The declaration itself has no name there: the one that it
// has stands for what it was before. Since the package is another one all the
// same, the type checker objects to what only a package itself may do: to
// declare methods, and to fill in structs without naming their fields. These
// problems are those of the unedited piece as well.
func (c *Checker) check(p *source.Piece, text []byte) (*checked, bool) {
	fset := c.pkg.Pass.Fset
	file, err := parser.ParseFile(fset, "", text, parser.ParseComments|parser.SkipObjectResolution)
	if file != nil && fset.File(file.FileStart) != nil {
		defer fset.RemoveFile(fset.File(file.FileStart))
	}
	if err != nil {
		return nil, false // no error of the program: such a fix is not offered
	}
	if !nameless(file) {
		return nil, false
	}
	file.GoVersion = p.File.Syntax.GoVersion
	pkg := types.NewPackage(c.pkg.Pass.Pkg.Path(), c.pkg.Pass.Pkg.Name())
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := c.pkg.Pass.Pkg.Scope().Lookup(id.Name); obj != nil && c.pkg.Sees(obj.Pos()) {
				pkg.Scope().Insert(obj)
			}
		}
		return true
	})
	result := &checked{
		file:     file,
		source:   text,
		info:     &types.Info{Uses: make(map[*ast.Ident]types.Object), Defs: make(map[*ast.Ident]types.Object)},
		problems: make(map[string]int),
		idle:     make(map[*ast.ImportSpec]bool),
	}
	conf := &types.Config{
		GoVersion: c.pkg.Pass.Pkg.GoVersion(),
		Sizes:     c.pkg.Pass.TypesSizes,
		Importer:  c.pkg,
		Error: func(err error) {
			e, _ := errors.AsType[types.Error](err)
			for _, spec := range file.Imports {
				if e.Soft && spec.Pos() <= e.Pos && e.Pos < spec.End() {
					result.idle[spec] = true
					return
				}
			}
			result.problems[e.Msg]++
		},
	}
	_ = types.NewChecker(conf, fset, pkg, result.info).Files([]*ast.File{file}) // the first of the problems
	return result, true
}

// nameless takes the name from the declaration after the imports of a file, if
// there is one and no more.
func nameless(file *ast.File) bool {
	imports := 0
	for _, d := range file.Decls {
		if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
			imports++
		}
	}
	if len(file.Decls) != imports+1 {
		return false
	}
	switch d := file.Decls[imports].(type) {
	case *ast.FuncDecl:
		d.Name = blankFor(d.Name)
		return true
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			values, ok := spec.(*ast.ValueSpec)
			if !ok {
				return false
			}
			for i, name := range values.Names {
				values.Names[i] = blankFor(name)
			}
		}
		return d.Tok == token.VAR
	}
	return false
}

func blankFor(name *ast.Ident) *ast.Ident { return &ast.Ident{NamePos: name.NamePos, Name: "_"} }

// An unedited is a piece with what the type checker says of it as it is.
type unedited struct {
	piece *source.Piece
	*checked
}

// unedited returns what the type checker says of a piece as it is.
func (c *Checker) unedited(p *source.Piece) (*checked, bool) {
	if last := c.asked[p.File]; last.piece == p {
		return last.checked, true
	}
	text, _ := p.Apply(nil)
	before, ok := c.check(p, text)
	if ok {
		c.asked[p.File] = unedited{p, before}
	}
	return before, ok
}

// compiles returns a piece as edits leave it, if the package compiles with that,
// and means what it meant.
func (c *Checker) compiles(p *source.Piece, edits []analysis.TextEdit) (*trace.Edited, bool) {
	before, ok := c.unedited(p)
	if !ok {
		return nil, false
	}
	text, ok := p.Apply(edits)
	if !ok {
		return nil, false
	}
	after, ok := c.check(p, text)
	if !ok {
		return nil, false
	}
	for problem, n := range after.problems {
		if n > before.problems[problem] {
			return nil, false
		}
	}
	for _, obj := range after.info.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() == c.pkg.Pass.Pkg && !c.pkg.Sees(fn.Pos()) {
			return nil, false // a method that a test declares
		}
	}
	return trace.New(p, edits, after.file, after.source, after.info), c.importsFit(p, before, after) && c.means(p, after, edits)
}

// importsFit reports whether the imports of an edited piece are what the other
// declarations of the file need, and no more than these and the piece need.
func (c *Checker) importsFit(p *source.Piece, before, after *checked) bool {
	needed := make(map[string]bool)
	for _, spec := range p.File.Syntax.Imports {
		if c.usedBeside(p, before, spec) {
			needed[described(spec)] = true
		}
	}
	there := make(map[string]bool)
	for _, spec := range after.file.Imports {
		there[described(spec)] = true
		if after.idle[spec] && !needed[described(spec)] {
			return false
		}
		// What other declarations mean by a name of the language they still do.
		if spec.Name != nil && types.Universe.Lookup(spec.Name.Name) != nil {
			return false
		}
	}
	for spec := range needed {
		if !there[spec] {
			return false
		}
	}
	return true
}

// described tells imports of a file apart.
func described(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name + " " + spec.Path.Value
	}
	return spec.Path.Value
}

// usedBeside reports whether other declarations of the file than that of a
// piece use an import. Of one that is imported without a name of its own this
// is not known: it is used beside the piece if the piece does not use it.
func (c *Checker) usedBeside(p *source.Piece, before *checked, spec *ast.ImportSpec) bool {
	name := c.pkg.Pass.TypesInfo.PkgNameOf(spec)
	if name == nil || name.Name() == "_" {
		return true
	}
	if name.Name() == "." {
		for _, idle := range before.file.Imports {
			if described(idle) == described(spec) {
				return before.idle[idle]
			}
		}
	}
	return slices.ContainsFunc(c.usersIn(p.File.Syntax)[name], func(decl ast.Decl) bool { return decl != p.Decl })
}

// usersIn returns the declarations of a file that use each of its imports.
func (c *Checker) usersIn(file *ast.File) map[*types.PkgName][]ast.Decl {
	if users, ok := c.users[file]; ok {
		return users
	}
	users := make(map[*types.PkgName][]ast.Decl)
	for _, decl := range file.Decls {
		ast.Inspect(decl, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if name, ok := c.pkg.Pass.TypesInfo.Uses[id].(*types.PkgName); ok && !slices.Contains(users[name], decl) {
					users[name] = append(users[name], decl)
				}
			}
			return true
		})
	}
	c.users[file] = users
	return users
}

// means reports whether each name of the piece that was there before stands
// for what it stood for: nothing that was added shadows it.
func (c *Checker) means(p *source.Piece, after *checked, edits []analysis.TextEdit) bool {
	now := make(map[token.Pos]types.Object)
	for id, obj := range after.info.Uses {
		now[id.Pos()] = obj
	}
	moved := func(pos token.Pos) (token.Pos, bool) {
		at, ok := p.Moved(pos, edits)
		return after.file.FileStart + token.Pos(at), ok
	}
	same := true
	ast.Inspect(p.Decl, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		before := c.pkg.Pass.TypesInfo.Uses[id]
		if !ok || before == nil {
			return same
		}
		if pos, kept := moved(id.Pos()); kept {
			same = same && c.equal(p, before, now[pos], moved)
		}
		return same
	})
	return same
}

// equal reports whether what a name stood for is what it stands for now.
func (c *Checker) equal(p *source.Piece, before, after types.Object, moved func(token.Pos) (token.Pos, bool)) bool {
	if after == nil {
		return false
	}
	if pkg, ok := before.(*types.PkgName); ok {
		now, ok := after.(*types.PkgName)
		return ok && now.Imported() == pkg.Imported()
	}
	if p.Decl.Pos() <= before.Pos() && before.Pos() < p.Decl.End() && before.Parent() != c.pkg.Pass.Pkg.Scope() {
		declared, kept := moved(before.Pos())
		return !kept || after.Pos() == declared
	}
	// Fields and methods of an instantiated type have an object for each time
	// that it is instantiated.
	return before == after || before.Pos() == after.Pos() && before.Name() == after.Name()
}
