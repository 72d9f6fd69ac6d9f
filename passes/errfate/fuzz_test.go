package errfate_test

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/passes/internal/progen"
)

// FuzzSource analyses whatever type-checks. Nothing may panic, and no function
// may be given up. Its input is the text of one file, which imports the
// standard library alone.
//
// The seeds are run by each go test. To search for more:
//
//	go test -fuzz=FuzzSource -fuzztime=120s ./passes/errfate
func FuzzSource(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip("too large")
		}
		w := newWorld()
		c, err := w.check("fuzz", []source{{"fuzz.go", text}})
		if err != nil {
			t.Skip(err)
		}
		sound(t, c)
	})
}

// FuzzEdits is FuzzSource for programs that are changed by whole statements,
// so that most of them type-check: its input says which seed, and which
// statements are to be left out, doubled, moved and wrapped. An edit after
// which the program does not type-check is taken back.
func FuzzEdits(f *testing.F) {
	texts := seeds(f)
	for i := range texts {
		f.Add(uint(i), []byte("0123456789"))
	}
	f.Fuzz(func(t *testing.T, seed uint, edits []byte) {
		text := texts[seed%uint(len(texts))]
		var last *checked
		for len(edits) >= 3 {
			next, ok := edit(text, edits[0], edits[1], edits[2])
			edits = edits[3:]
			if !ok || len(next) > 1<<16 {
				continue
			}
			if c, err := newWorld().check("fuzz", []source{{"fuzz.go", next}}); err == nil {
				text, last = next, c
			}
		}
		if last != nil {
			t.Cleanup(func() {
				if t.Failed() {
					t.Logf("the program:\n%s", text)
				}
			})
			sound(t, last)
		}
	})
}

// sound analyses a package and fails on all that must not be, whatever the
// program.
func sound(t *testing.T, c *checked) {
	t.Helper()
	r, err := c.analyze()
	if err != nil {
		t.Fatal(err)
	}
	fset := c.world.fset
	for _, failure := range r.result.Failures {
		t.Errorf("%v: %s\n%s", fset.Position(failure.Pos), failure.Text, failure.Stack)
	}
	for _, finding := range r.result.Findings {
		switch {
		case fset.File(finding.Pos) == nil:
			t.Errorf("finding without a position: %s", message.Of(finding.Says))
		case finding.End < finding.Pos:
			t.Errorf("%v: finding ends before it begins: %s", fset.Position(finding.Pos), message.Of(finding.Says))
		}
		if message.Of(finding.Says) == "" || finding.Category == "" || strings.Contains(message.Of(finding.Says), "at line 0") || strings.Contains(message.Of(finding.Says), "%!") {
			t.Errorf("%v: finding %q says %q", fset.Position(finding.Pos), finding.Category, message.Of(finding.Says))
		}
	}
}

// seeds returns the programs that fuzzing begins with: the corpora, what is
// legal and rare, and some of what the oracle runs.
func seeds(t testing.TB) []string {
	texts := odd(t)
	for _, c := range corpora(t, ".") {
		if c.std {
			texts = append(texts, merge(t, c.sources))
		}
	}
	g := &progen.Generator{Typechecks: typechecks, Rand: rand.New(rand.NewPCG(1, 1))}
	for range 30 {
		texts = append(texts, merge(t, genSources([]*progen.Func{g.Func()}, progen.Style{})))
	}
	return texts
}

// TestSeeds keeps the fuzz targets honest: a seed that does not type-check
// tests nothing.
func TestSeeds(t *testing.T) {
	for _, text := range seeds(t) {
		if _, err := newWorld().check("fuzz", []source{{"fuzz.go", text}}); err != nil {
			t.Errorf("%v\n%s", err, text)
		}
	}
}

// edit changes one statement of a program: which one, what is done with it
// and with which other are told by three bytes, counted round.
func edit(text string, which, what, other byte) (string, bool) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "fuzz.go", text, parser.SkipObjectResolution)
	if err != nil {
		return "", false
	}
	// A slot is a place in a list of statements.
	type slot struct {
		list *[]ast.Stmt
		i    int
	}
	var slots []slot
	ast.Inspect(file, func(n ast.Node) bool {
		var list *[]ast.Stmt
		switch n := n.(type) {
		case *ast.BlockStmt:
			list = &n.List
		case *ast.CaseClause:
			list = &n.Body
		case *ast.CommClause:
			list = &n.Body
		default:
			return true
		}
		for i := range *list {
			slots = append(slots, slot{list, i})
		}
		return true
	})
	if len(slots) == 0 {
		return "", false
	}
	// With more than 256 statements, the second byte has a say as well.
	s := slots[(int(which)+int(what)/16*256)%len(slots)]
	o := slots[(int(other)+int(what)/16*256)%len(slots)]
	stmt, target := (*s.list)[s.i], (*o.list)[o.i]
	if stmt != target && stmt.Pos() < target.End() && target.Pos() < stmt.End() {
		return "", false // one within the other
	}
	block := &ast.BlockStmt{List: []ast.Stmt{stmt}}
	call := &ast.CallExpr{Fun: &ast.FuncLit{Type: &ast.FuncType{Params: &ast.FieldList{}}, Body: block}}
	switch what % 16 {
	case 0, 1:
		*s.list = slices.Delete(*s.list, s.i, s.i+1)
	case 2:
		*s.list = slices.Insert(*s.list, s.i, stmt)
	case 3, 4:
		(*s.list)[s.i], (*o.list)[o.i] = target, stmt
	case 5, 6:
		*o.list = slices.Insert(*o.list, o.i, stmt)
	case 7:
		(*s.list)[s.i] = &ast.DeferStmt{Call: call}
	case 8:
		(*s.list)[s.i] = &ast.GoStmt{Call: call}
	case 9:
		(*s.list)[s.i] = &ast.ExprStmt{X: call}
	case 10:
		(*s.list)[s.i] = &ast.ForStmt{Body: block}
	case 11:
		(*s.list)[s.i] = &ast.RangeStmt{X: &ast.BasicLit{Kind: token.INT, Value: "3"}, Body: block}
	case 12:
		(*s.list)[s.i] = &ast.SelectStmt{Body: &ast.BlockStmt{List: []ast.Stmt{&ast.CommClause{Body: block.List}}}}
	case 13:
		(*s.list)[s.i] = &ast.IfStmt{Cond: &ast.BinaryExpr{X: ast.NewIdent("err"), Op: token.NEQ, Y: ast.NewIdent("nil")}, Body: block}
	case 14:
		(*s.list)[s.i] = &ast.IfStmt{Cond: &ast.BinaryExpr{X: ast.NewIdent("err"), Op: token.EQL, Y: ast.NewIdent("nil")}, Body: &ast.BlockStmt{}, Else: block}
	case 15:
		(*s.list)[s.i] = &ast.SwitchStmt{Body: &ast.BlockStmt{List: []ast.Stmt{&ast.CaseClause{Body: block.List}}}}
	}
	var out strings.Builder
	if err := format.Node(&out, fset, file); err != nil {
		return "", false
	}
	return out.String(), true
}

// merge puts the files of a package into one.
func merge(t testing.TB, sources []source) string {
	t.Helper()
	fset := token.NewFileSet()
	var imports, decls strings.Builder
	seen := make(map[string]bool)
	name := ""
	for _, src := range sources {
		file, err := parser.ParseFile(fset, src.name, src.text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		name = file.Name.Name
		end := file.Name.End()
		for _, imp := range file.Imports {
			spec := imp.Path.Value
			if imp.Name != nil {
				spec = imp.Name.Name + " " + spec
			}
			if !seen[spec] {
				seen[spec] = true
				imports.WriteString("import " + spec + "\n")
			}
		}
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
				end = gen.End()
			}
		}
		decls.WriteString(src.text[fset.Position(end).Offset:])
	}
	return "package " + name + "\n\n" + imports.String() + decls.String()
}

// odd returns programs that are legal and rare, one for each file of testdata/odd.
func odd(t testing.TB) []string {
	names, err := filepath.Glob(filepath.Join("testdata", "odd", "*.go.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no programs in testdata/odd: %v", err)
	}
	var texts []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return append(texts, large()...)
}

// large are programs that go beyond a bound of the engine: a switch with more cases,
// and a function with more variables, booleans and paths.
func large() []string {
	var cases, many strings.Builder
	cases.WriteString("package p\n\nimport \"os\"\n\nfunc huge(n int) (err error) {\n\tswitch n {\n")
	many.WriteString("package p\n\nimport \"os\"\n\nfunc many(b [100]bool) error {\n\terr := os.Chdir(\"a\")\n")
	for i := range 100 {
		n := string(rune('A'+i%26)) + strings.Repeat("x", i/26)
		cases.WriteString("\tcase " + strings.Repeat("1+", i) + "1:\n\t\terr = os.Chdir(\"" + n + "\")\n")
		many.WriteString("\tv" + n + " := err\n\tb" + n + " := b[0] && v" + n + " != nil\n\tif b" + n + " {\n\t\terr = v" + n + "\n\t}\n\tif b" + n + " {\n\t\tv" + n + " = nil\n\t}\n")
	}
	cases.WriteString("\tdefault:\n\t\treturn os.Chdir(\"z\")\n\t}\n\treturn nil\n}\n")
	many.WriteString("\treturn nil\n}\n")
	return []string{cases.String(), many.String()}
}
