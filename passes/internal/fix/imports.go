package fix

import (
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// nameOf returns the name by which the file calls a package that it imports,
// "" if it does not import it under a name.
func (s *source) nameOf(fx *Fixer, pkgPath string) string {
	for _, spec := range s.file.Imports {
		obj := fx.pass.TypesInfo.PkgNameOf(spec)
		if obj != nil && obj.Imported().Path() == pkgPath && obj.Name() != "_" && obj.Name() != "." {
			return obj.Name()
		}
	}
	return ""
}

// qualifier returns the name by which the file calls a package, with the
// path to import if it does not import it.
func (s *source) qualifier(fx *Fixer, pkgPath, name string) (string, []string) {
	if known := s.nameOf(fx, pkgPath); known != "" {
		return known, nil
	}
	if alias := fx.alias(pkgPath); alias != "" {
		name = alias
	}
	return name, []string{pkgPath}
}

// alias returns the name under which the other files of the package import a
// package, if they give it one of their own.
func (fx *Fixer) alias(pkgPath string) string {
	for _, file := range fx.files {
		for _, spec := range file.Imports {
			if unquoted(spec) == pkgPath && spec.Name != nil && spec.Name.Name != "_" && spec.Name.Name != "." {
				return spec.Name.Name
			}
		}
	}
	return ""
}

// addImport returns the edits that import a package, none if the file does
// already. The same import is always the same edit, so that fixes that are
// merged import it once.
func (s *source) addImport(fx *Fixer, pkgPath string) []analysis.TextEdit {
	quoted := strconv.Quote(pkgPath)
	var decls []*ast.GenDecl
	for _, d := range s.file.Decls {
		if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
			decls = append(decls, gen)
		}
	}
	for _, spec := range s.file.Imports {
		if spec.Path.Value == quoted && (spec.Name == nil || spec.Name.Name != "_" && spec.Name.Name != ".") {
			return nil
		}
	}
	if alias := fx.alias(pkgPath); alias != "" {
		quoted = alias + " " + quoted
	}
	if len(decls) == 0 {
		return []analysis.TextEdit{insertion(s.file.Name.End(), "\n\nimport "+quoted)}
	}
	decl := decls[0]
	if !decl.Lparen.IsValid() {
		first, second := s.of(decl.Specs[0]), quoted
		if unquoted(decl.Specs[0]) > pkgPath && isStd(pkgPath) {
			first, second = second, first
		}
		if isStd(pkgPath) != isStd(unquoted(decl.Specs[0])) {
			second = "\n\t" + second
			if isStd(pkgPath) {
				first, second = quoted, "\n\t"+s.of(decl.Specs[0])
			}
		}
		return []analysis.TextEdit{{Pos: decl.Pos(), End: decl.End(), NewText: []byte("import (\n\t" + first + "\n\t" + second + "\n)")}}
	}
	if len(decl.Specs) == 0 {
		return []analysis.TextEdit{insertion(decl.Lparen+1, "\n\t"+quoted)}
	}
	group := s.importGroup(fx, decl, pkgPath)
	if group == nil {
		// There is no group of its kind. The standard library goes first, and the
		// module's own where the package has them.
		if isStd(pkgPath) {
			return []analysis.TextEdit{insertion(decl.Specs[0].Pos(), quoted+"\n\n\t")}
		}
		if i := slices.IndexFunc(decl.Specs, func(spec ast.Spec) bool { return fx.own(unquoted(spec)) }); i > 0 && fx.ownGroup() == ownLast {
			return []analysis.TextEdit{insertion(s.start(decl.Specs[i]), quoted+"\n\n\t")}
		}
		return []analysis.TextEdit{s.afterImport(decl.Specs[len(decl.Specs)-1], "\n\n\t"+quoted)}
	}
	for _, spec := range group {
		if unquoted(spec) > pkgPath {
			return []analysis.TextEdit{insertion(s.start(spec), quoted+"\n\t")}
		}
	}
	return []analysis.TextEdit{s.afterImport(group[len(group)-1], "\n\t"+quoted)}
}

// afterImport returns the edit that puts an import after another.
func (s *source) afterImport(spec ast.Spec, text string) analysis.TextEdit {
	end := spec.End()
	for _, c := range s.file.Comments {
		if c.Pos() >= end && s.line(c.Pos()) == s.line(end) {
			end = c.End()
		}
	}
	return insertion(end, text)
}

// start returns where an import begins, with the comment above it.
func (s *source) start(spec ast.Spec) token.Pos {
	if imp := spec.(*ast.ImportSpec); imp.Doc != nil {
		return imp.Doc.Pos()
	}
	return spec.Pos()
}

// importGroup returns the specs between two blank lines that are likest to
// what is to be imported: of the standard library, or sharing the longest
// beginning of their paths. Where the package keeps the imports of its own module
// apart, their group is none for others.
func (s *source) importGroup(fx *Fixer, decl *ast.GenDecl, pkgPath string) []ast.Spec {
	var best, group []ast.Spec
	likeness := 0
	apart := !isStd(pkgPath) && !fx.own(pkgPath) && fx.ownGroup() != ownMixed
	consider := func() {
		if apart && !slices.ContainsFunc(group, func(spec ast.Spec) bool { return !fx.own(unquoted(spec)) }) {
			return // they keep to themselves
		}
		for _, spec := range group {
			if n := alike(unquoted(spec), pkgPath); n > likeness {
				best, likeness = group, n
			}
		}
	}
	for i, spec := range decl.Specs {
		if i > 0 && s.line(s.start(spec)) > s.line(decl.Specs[i-1].End())+1 {
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

// own reports whether an import path is one of the package's own module.
func (fx *Fixer) own(pkgPath string) bool {
	if fx.pass.Module == nil || fx.pass.Module.Path == "" {
		return false
	}
	module := fx.pass.Module.Path
	return pkgPath == module || strings.HasPrefix(pkgPath, module+"/")
}

// ownGroup returns how the package imports what is of its own module. One file that
// mixes it with the rest is enough to do so.
func (fx *Fixer) ownGroup() ownGroup {
	result := ownMixed
	for _, file := range fx.files {
		src := fx.source(file.Package)
		if src == nil {
			continue
		}
		var last *ast.ImportSpec
		for _, spec := range file.Imports {
			if isStd(unquoted(spec)) {
				continue
			}
			if last != nil && fx.own(unquoted(last)) != fx.own(unquoted(spec)) {
				if src.line(src.start(spec)) <= src.line(last.End())+1 {
					return ownMixed
				}
				result = ownLast
				if fx.own(unquoted(last)) {
					result = ownFirst
				}
			}
			last = spec
		}
	}
	return result
}
