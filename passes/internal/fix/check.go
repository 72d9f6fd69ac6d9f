package fix

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// A checker type-checks pieces against the package as it was type-checked
// already, which is what they can see. What the package imports, directly or
// not, is there already, too.
type checker struct {
	pass     *analysis.Pass
	sees     func(token.Pos) bool                        // see [Fixer.sees]
	byImport map[string]*types.Package                   // by path as written in an import
	users    map[*ast.File]map[*types.PkgName][]ast.Decl // see usersIn
}

func newChecker(fx *Fixer) *checker {
	pass := fx.pass
	c := &checker{pass: pass, sees: fx.sees, byImport: make(map[string]*types.Package), users: make(map[*ast.File]map[*types.PkgName][]ast.Decl)}
	var visit func(p *types.Package)
	visit = func(p *types.Package) {
		if c.byImport[p.Path()] != nil {
			return
		}
		c.byImport[p.Path()] = p
		for _, imp := range p.Imports() {
			visit(imp)
		}
	}
	for _, imp := range fx.imports() {
		visit(imp)
	}
	for _, file := range fx.files {
		for _, spec := range file.Imports {
			// A vendored package is imported by another path than its own.
			path, err := strconv.Unquote(spec.Path.Value)
			if name := pass.TypesInfo.PkgNameOf(spec); err == nil && name != nil {
				c.byImport[path] = name.Imported()
			}
		}
	}
	return c
}

// Import makes a checker a [types.Importer].
func (c *checker) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := c.byImport[path]; p != nil {
		return p, nil
	}
	if text, ok := standIns[path]; ok {
		return c.standIn(path, text)
	}
	return nil, errors.New("not imported by this package: " + path)
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
func (c *checker) check(p *piece, text []byte) (*checked, bool) {
	fset := c.pass.Fset
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
	file.GoVersion = p.src.file.GoVersion
	pkg := types.NewPackage(c.pass.Pkg.Path(), c.pass.Pkg.Name())
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if obj := c.pass.Pkg.Scope().Lookup(id.Name); obj != nil && c.sees(obj.Pos()) {
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
		GoVersion: c.pass.Pkg.GoVersion(),
		Sizes:     c.pass.TypesSizes,
		Importer:  c,
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

// compiles returns a piece as edits leave it, if the package compiles with that,
// and means what it meant.
func (c *checker) compiles(p *piece, edits []analysis.TextEdit) (*edited, bool) {
	if p.unedited == nil {
		text, _ := p.apply(nil)
		before, ok := c.check(p, text)
		if !ok {
			return nil, false
		}
		p.unedited = before
	}
	text, ok := p.apply(edits)
	if !ok {
		return nil, false
	}
	after, ok := c.check(p, text)
	if !ok {
		return nil, false
	}
	for problem, n := range after.problems {
		if n > p.unedited.problems[problem] {
			return nil, false
		}
	}
	for _, obj := range after.info.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() == c.pass.Pkg && !c.sees(fn.Pos()) {
			return nil, false // a method that a test declares
		}
	}
	return newEdited(p, edits, after), c.importsFit(p, after) && c.means(p, after, edits)
}

// importsFit reports whether the imports of an edited piece are what the other
// declarations of the file need, and no more than these and the piece need.
func (c *checker) importsFit(p *piece, after *checked) bool {
	needed := make(map[string]bool)
	for _, spec := range p.src.file.Imports {
		if c.usedBeside(p, spec) {
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
func (c *checker) usedBeside(p *piece, spec *ast.ImportSpec) bool {
	name := c.pass.TypesInfo.PkgNameOf(spec)
	if name == nil || name.Name() == "_" {
		return true
	}
	if name.Name() == "." {
		for _, idle := range p.unedited.file.Imports {
			if described(idle) == described(spec) {
				return p.unedited.idle[idle]
			}
		}
	}
	return slices.ContainsFunc(c.usersIn(p.src.file)[name], func(decl ast.Decl) bool { return decl != p.decl })
}

// usersIn returns the declarations of a file that use each of its imports.
func (c *checker) usersIn(file *ast.File) map[*types.PkgName][]ast.Decl {
	if users, ok := c.users[file]; ok {
		return users
	}
	users := make(map[*types.PkgName][]ast.Decl)
	for _, decl := range file.Decls {
		ast.Inspect(decl, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if name, ok := c.pass.TypesInfo.Uses[id].(*types.PkgName); ok && !slices.Contains(users[name], decl) {
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
func (c *checker) means(p *piece, after *checked, edits []analysis.TextEdit) bool {
	now := make(map[token.Pos]types.Object)
	for id, obj := range after.info.Uses {
		now[id.Pos()] = obj
	}
	moved := func(pos token.Pos) (token.Pos, bool) {
		at, ok := p.moved(pos, edits)
		return after.file.FileStart + token.Pos(at), ok
	}
	same := true
	ast.Inspect(p.decl, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		before := c.pass.TypesInfo.Uses[id]
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
func (c *checker) equal(p *piece, before, after types.Object, moved func(token.Pos) (token.Pos, bool)) bool {
	if after == nil {
		return false
	}
	if pkg, ok := before.(*types.PkgName); ok {
		now, ok := after.(*types.PkgName)
		return ok && now.Imported() == pkg.Imported()
	}
	if p.decl.Pos() <= before.Pos() && before.Pos() < p.decl.End() && before.Parent() != c.pass.Pkg.Scope() {
		declared, kept := moved(before.Pos())
		return !kept || after.Pos() == declared
	}
	// Fields and methods of an instantiated type have an object for each time
	// that it is instantiated.
	return before == after || before.Pos() == after.Pos() && before.Name() == after.Name()
}
