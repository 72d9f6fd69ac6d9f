package source

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// NameOf returns the name by which the file calls a package that it imports,
// "" if it does not import it under a name.
func (s *File) NameOf(pkgPath string) string {
	for _, spec := range s.Syntax.Imports {
		obj := s.pkg.Pass.TypesInfo.PkgNameOf(spec)
		if obj != nil && obj.Imported().Path() == pkgPath && obj.Name() != "_" && obj.Name() != "." {
			return obj.Name()
		}
	}
	return ""
}

// Qualifier returns the name by which the file calls a package, with the
// path to import if it does not import it.
func (s *File) Qualifier(pkgPath, name string) (string, []string) {
	if known := s.NameOf(pkgPath); known != "" {
		return known, nil
	}
	if alias := s.pkg.alias(pkgPath); alias != "" {
		name = alias
	}
	return name, []string{pkgPath}
}

// alias returns the name under which the other files of the package import a
// package, if they give it one of their own.
func (p *Package) alias(pkgPath string) string {
	for _, file := range p.Files {
		for _, spec := range file.Imports {
			if unquoted(spec) == pkgPath && spec.Name != nil && spec.Name.Name != "_" && spec.Name.Name != "." {
				return spec.Name.Name
			}
		}
	}
	return ""
}

// AddImport returns the edits that import a package, none if the file does
// already. The same import is always the same edit, so that fixes that are
// merged import it once.
func (s *File) AddImport(pkgPath string) []analysis.TextEdit {
	quoted := strconv.Quote(pkgPath)
	var decls []*ast.GenDecl
	for _, d := range s.Syntax.Decls {
		if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
			decls = append(decls, gen)
		}
	}
	for _, spec := range s.Syntax.Imports {
		if spec.Path.Value == quoted && (spec.Name == nil || spec.Name.Name != "_" && spec.Name.Name != ".") {
			return nil
		}
	}
	if alias := s.pkg.alias(pkgPath); alias != "" {
		quoted = alias + " " + quoted
	}
	if len(decls) == 0 {
		return []analysis.TextEdit{Insertion(s.Syntax.Name.End(), "\n\nimport "+quoted)}
	}
	decl := decls[0]
	if !decl.Lparen.IsValid() {
		first, second := s.Text(decl.Specs[0]), quoted
		if unquoted(decl.Specs[0]) > pkgPath && isStd(pkgPath) {
			first, second = second, first
		}
		if isStd(pkgPath) != isStd(unquoted(decl.Specs[0])) {
			second = "\n\t" + second
			if isStd(pkgPath) {
				first, second = quoted, "\n\t"+s.Text(decl.Specs[0])
			}
		}
		return []analysis.TextEdit{{Pos: decl.Pos(), End: decl.End(), NewText: []byte("import (\n\t" + first + "\n\t" + second + "\n)")}}
	}
	if len(decl.Specs) == 0 {
		return []analysis.TextEdit{Insertion(decl.Lparen+1, "\n\t"+quoted)}
	}
	group := importGroup(s, decl, pkgPath)
	if group == nil {
		// There is no group of its kind. The standard library goes first, and the
		// module's own where the package has them.
		if isStd(pkgPath) {
			return []analysis.TextEdit{Insertion(decl.Specs[0].Pos(), quoted+"\n\n\t")}
		}
		if i := slices.IndexFunc(decl.Specs, func(spec ast.Spec) bool { return s.pkg.IsOwn(unquoted(spec)) }); i > 0 && s.pkg.ownGroup() == ownLast {
			return []analysis.TextEdit{Insertion(importStart(decl.Specs[i]), quoted+"\n\n\t")}
		}
		return []analysis.TextEdit{afterImport(s, decl.Specs[len(decl.Specs)-1], "\n\n\t"+quoted)}
	}
	for _, spec := range group {
		if unquoted(spec) > pkgPath {
			return []analysis.TextEdit{Insertion(importStart(spec), quoted+"\n\t")}
		}
	}
	return []analysis.TextEdit{afterImport(s, group[len(group)-1], "\n\t"+quoted)}
}

// afterImport returns the edit that puts an import after another.
func afterImport(s *File, spec ast.Spec, text string) analysis.TextEdit {
	end := spec.End()
	for _, c := range s.Syntax.Comments {
		if c.Pos() >= end && s.Line(c.Pos()) == s.Line(end) {
			end = c.End()
		}
	}
	return Insertion(end, text)
}

// importStart returns where an import begins, with the comment above it.
func importStart(spec ast.Spec) token.Pos {
	if imp := spec.(*ast.ImportSpec); imp.Doc != nil {
		return imp.Doc.Pos()
	}
	return spec.Pos()
}

// importGroup returns the specs between two blank lines that are likest to
// what is to be imported: of the standard library, or sharing the longest
// beginning of their paths. Where the package keeps the imports of its own module
// apart, their group is none for others.
func importGroup(s *File, decl *ast.GenDecl, pkgPath string) []ast.Spec {
	var best, group []ast.Spec
	likeness := 0
	apart := !isStd(pkgPath) && !s.pkg.IsOwn(pkgPath) && s.pkg.ownGroup() != ownMixed
	consider := func() {
		if apart && !slices.ContainsFunc(group, func(spec ast.Spec) bool { return !s.pkg.IsOwn(unquoted(spec)) }) {
			return // they keep to themselves
		}
		for _, spec := range group {
			if n := alike(unquoted(spec), pkgPath); n > likeness {
				best, likeness = group, n
			}
		}
	}
	for i, spec := range decl.Specs {
		if i > 0 && s.Line(importStart(spec)) > s.Line(decl.Specs[i-1].End())+1 {
			consider()
			group = nil
		}
		group = append(group, spec)
	}
	consider()
	return best
}

// alike says how alike two import paths are: 0 for one of the standard
// library and another.
func alike(a, b string) int {
	if isStd(a) != isStd(b) {
		return 0
	}
	if isStd(a) {
		return 1
	}
	n := 1
	for a != "." && b != "." && a != "/" {
		if strings.HasPrefix(b+"/", a+"/") {
			return n + strings.Count(a, "/") + 1
		}
		a = path.Dir(a)
	}
	return n
}

func isStd(pkgPath string) bool {
	first, _, _ := strings.Cut(pkgPath, "/")
	return !strings.Contains(first, ".")
}

func unquoted(spec ast.Spec) string {
	text, err := strconv.Unquote(spec.(*ast.ImportSpec).Path.Value)
	if err != nil {
		return ""
	}
	return text
}

// An ownGroup says how the files of a package import what is of their own module
// beside what is of others.
type ownGroup uint8

const (
	ownMixed ownGroup = iota // among them, or not at all
	ownFirst                 // in a group before theirs
	ownLast                  // in a group after theirs
)

// IsOwn reports whether an import path is one of the package's own module.
func (p *Package) IsOwn(pkgPath string) bool {
	if p.Pass.Module == nil || p.Pass.Module.Path == "" {
		return false
	}
	module := p.Pass.Module.Path
	return pkgPath == module || strings.HasPrefix(pkgPath, module+"/")
}

// ownGroup returns how the package imports what is of its own module. One file that
// mixes it with the rest is enough to do so.
func (p *Package) ownGroup() ownGroup {
	result := ownMixed
	for _, file := range p.Files {
		src := p.File(file.Package)
		if src == nil {
			continue
		}
		var last *ast.ImportSpec
		for _, spec := range file.Imports {
			if isStd(unquoted(spec)) {
				continue
			}
			if last != nil && p.IsOwn(unquoted(last)) != p.IsOwn(unquoted(spec)) {
				if src.Line(importStart(spec)) <= src.Line(last.End())+1 {
					return ownMixed
				}
				result = ownLast
				if p.IsOwn(unquoted(last)) {
					result = ownFirst
				}
			}
			last = spec
		}
	}
	return result
}

// Unimport returns the edits that remove the import of the package that an
// expression names, if nothing else in the file names it.
func (s *File) Unimport(gone ast.Expr) []analysis.TextEdit {
	info := s.pkg.Pass.TypesInfo
	names := make(map[*types.PkgName]bool)
	ast.Inspect(gone, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if p, ok := info.Uses[id].(*types.PkgName); ok {
				names[p] = true
			}
		}
		return true
	})
	for id, obj := range info.Uses {
		if p, ok := obj.(*types.PkgName); ok && names[p] && !(gone.Pos() <= id.Pos() && id.Pos() < gone.End()) {
			delete(names, p)
		}
	}
	var edits []analysis.TextEdit
	for _, spec := range s.Syntax.Imports {
		if !names[info.PkgNameOf(spec)] {
			continue
		}
		start := s.tok.LineStart(s.Line(spec.Pos()))
		end := s.tok.LineStart(s.Line(spec.End()) + 1)
		for _, d := range s.Syntax.Decls {
			if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.IMPORT && gen.Pos() <= spec.Pos() && spec.End() <= gen.End() && len(gen.Specs) == 1 {
				start, end = s.Syntax.Name.End(), gen.End()
			}
		}
		edits = append(edits, analysis.TextEdit{Pos: start, End: end})
	}
	return edits
}

// Module returns the packages of the module that this one depends on.
func (p *Package) Module() []*types.Package {
	module := p.Pass.Module.Path
	var all []*types.Package
	seen := make(map[*types.Package]bool)
	var visit func(pkg *types.Package)
	visit = func(pkg *types.Package) {
		if seen[pkg] || pkg.Path() != module && !strings.HasPrefix(pkg.Path(), module+"/") {
			return
		}
		seen[pkg] = true
		all = append(all, pkg)
		for _, imp := range pkg.Imports() {
			visit(imp)
		}
	}
	for _, imp := range p.Imports() {
		visit(imp)
	}
	return all
}
