package fix

import (
	"bytes"
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"sort"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// finish turns a draft into a fix, if what it makes of the file is known to
// compile.
func (fx *Fixer) finish(src *source, d draft) (analysis.SuggestedFix, bool) {
	edits, ok := src.tidy(d.edits)
	if !ok {
		return analysis.SuggestedFix{}, false
	}
	for _, path := range d.imports {
		edits = append(edits, src.addImport(fx, path)...)
	}
	text, ok := src.apply(edits)
	if !ok || bytes.Equal(text, src.text) {
		return analysis.SuggestedFix{}, false
	}
	if formatted, err := format.Source(text); err != nil || src.clean && !bytes.Equal(formatted, text) {
		return analysis.SuggestedFix{}, false
	}
	if !fx.checker().compiles(src, text, edits) {
		return analysis.SuggestedFix{}, false
	}
	return analysis.SuggestedFix{Message: d.message, TextEdits: edits}, true
}

// apply returns the text of the file with edits applied, and whether they can
// be: they lie in the file, do not overlap, and touch no comment.
func (s *source) apply(edits []analysis.TextEdit) ([]byte, bool) {
	edits = slices.Clone(edits)
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].Pos < edits[j].Pos })
	var b bytes.Buffer
	last := s.file.FileStart
	for _, e := range edits {
		if e.Pos < last || e.End < e.Pos || e.End > s.file.FileEnd || e.End > e.Pos && !s.keepsComments(e) {
			return nil, false
		}
		b.Write(s.text[s.offset(last):s.offset(e.Pos)])
		b.Write(e.NewText)
		last = e.End
	}
	b.Write(s.text[s.offset(last):])
	return b.Bytes(), true
}

// keepsComments reports whether the comments that an edit replaces are in what
// it puts there.
func (s *source) keepsComments(e analysis.TextEdit) bool {
	for _, group := range s.file.Comments {
		for _, c := range group.List {
			if c.End() > e.Pos && c.Pos() < e.End && !bytes.Contains(e.NewText, []byte(c.Text)) {
				return false
			}
		}
	}
	return true
}

// tidy returns edits after which the file is as gofmt would have it, if it
// was before. Where the edits themselves do not see to that, because comments
// beside them are aligned anew, or a literal of one line becomes one of
// several, one edit from the first difference to the last takes their place.
func (s *source) tidy(edits []analysis.TextEdit) ([]analysis.TextEdit, bool) {
	text, ok := s.apply(edits)
	if !ok {
		return nil, false
	}
	formatted, err := format.Source(text)
	if err != nil {
		return nil, false
	}
	if !s.clean || bytes.Equal(formatted, text) {
		return edits, true
	}
	from := 0
	for from < len(s.text) && from < len(formatted) && s.text[from] == formatted[from] {
		from++
	}
	from = bytes.LastIndexByte(s.text[:from], '\n') + 1
	oldEnd, newEnd := len(s.text), len(formatted)
	for oldEnd > from && newEnd > from && s.text[oldEnd-1] == formatted[newEnd-1] {
		oldEnd--
		newEnd--
	}
	return []analysis.TextEdit{{Pos: s.tok.Pos(from), End: s.tok.Pos(oldEnd), NewText: formatted[from:newEnd]}}, true
}

// A checker type-checks a changed file against the rest of its package. The
// other files are checked without the bodies of their functions, and what the
// package imports, directly or not, is there already.
type checker struct {
	pass     *analysis.Pass
	byImport map[string]*types.Package // by path as written in an import
	others   map[*ast.File]*ast.File
}

func newChecker(pass *analysis.Pass) *checker {
	c := &checker{pass: pass, byImport: make(map[string]*types.Package), others: make(map[*ast.File]*ast.File)}
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
	for _, imp := range pass.Pkg.Imports() {
		visit(imp)
	}
	for _, file := range pass.Files {
		for _, spec := range file.Imports {
			// A vendored package is imported by another path than its own.
			path, err := strconv.Unquote(spec.Path.Value)
			if name := pass.TypesInfo.PkgNameOf(spec); err == nil && name != nil {
				c.byImport[path] = name.Imported()
			}
		}
		c.others[file] = withoutBodies(file)
	}
	return c
}

// withoutBodies returns a file as far as other files can see it.
func withoutBodies(file *ast.File) *ast.File {
	bare := *file
	bare.Decls = make([]ast.Decl, len(file.Decls))
	for i, d := range file.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
			head := *fn
			head.Body = nil
			if fn.Type.TypeParams != nil || fn.Recv == nil && (fn.Name.Name == "init" || fn.Name.Name == "main") {
				head.Body = fn.Body // these must have one
			}
			d = &head
		}
		bare.Decls[i] = d
	}
	return &bare
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

// compiles reports whether the package compiles with a changed file.
func (c *checker) compiles(src *source, text []byte, edits []analysis.TextEdit) bool {
	changed, err := parser.ParseFile(c.pass.Fset, src.tok.Name(), text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return false // no error of the program: such a fix is not offered
	}
	files := []*ast.File{changed}
	for _, file := range c.pass.Files {
		if file != src.file {
			files = append(files, c.others[file])
		}
	}
	good := true
	conf := types.Config{
		GoVersion: c.pass.Pkg.GoVersion(),
		Sizes:     c.pass.TypesSizes,
		Importer:  c,
		Error: func(err error) {
			var e types.Error
			if !errors.As(err, &e) {
				good = false
				return
			}
			inChanged := changed.FileStart <= e.Pos && e.Pos < changed.FileEnd
			// Without bodies, the imports of other files are not used.
			if inChanged || !e.Soft {
				good = false
			}
		},
	}
	info := &types.Info{Uses: make(map[*ast.Ident]types.Object), Defs: make(map[*ast.Ident]types.Object), FileVersions: make(map[*ast.File]string)}
	if _, err := conf.Check(c.pass.Pkg.Path(), c.pass.Fset, files, info); err != nil && !good {
		return false
	}
	return good && c.means(src, changed, info, edits)
}

// means reports whether each name that was there before stands for what it
// stood for: nothing that was added shadows it.
func (c *checker) means(src *source, changed *ast.File, info *types.Info, edits []analysis.TextEdit) bool {
	moved := func(pos token.Pos) (token.Pos, bool) {
		by := 0
		for _, e := range edits {
			switch {
			case e.End <= pos:
				by += len(e.NewText) - int(e.End-e.Pos)
			case e.Pos <= pos:
				return 0, false // replaced
			}
		}
		return changed.FileStart + (pos - src.file.FileStart) + token.Pos(by), true
	}
	now := make(map[token.Pos]types.Object)
	for id, obj := range info.Uses {
		if changed.FileStart <= id.Pos() && id.Pos() < changed.FileEnd {
			now[id.Pos()] = obj
		}
	}
	same := true
	ast.Inspect(src.file, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		before := c.pass.TypesInfo.Uses[id]
		if !ok || before == nil {
			return same
		}
		pos, kept := moved(id.Pos())
		if !kept {
			return same
		}
		after := now[pos]
		if after == nil {
			same = false
			return false
		}
		inFile := src.file.FileStart <= before.Pos() && before.Pos() < src.file.FileEnd
		if inFile {
			declared, kept := moved(before.Pos())
			same = !kept || after.Pos() == declared
		} else {
			same = before.Name() == after.Name() && !(changed.FileStart <= after.Pos() && after.Pos() < changed.FileEnd)
		}
		return same
	})
	return same
}
