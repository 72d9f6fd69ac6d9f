package srcindex_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/loglint/loglint/passes/internal/intent"
	"github.com/loglint/loglint/passes/internal/srcindex"
)

// A parsed is one file with its index.
type parsed struct {
	t    *testing.T
	fset *token.FileSet
	file *ast.File
	text string
	x    *srcindex.Index
}

// parse indexes a file of a package that may use what is declared in decls.
func parse(t *testing.T, body string) parsed {
	t.Helper()
	text := "package p\n\n" + decls + body
	p := parsed{t: t, fset: token.NewFileSet(), text: text}
	var err error
	p.file, err = parser.ParseFile(p.fset, "p.go", text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object), Defs: make(map[*ast.Ident]types.Object)}
	conf := types.Config{Importer: importer.Default()}
	if _, err := conf.Check("p", p.fset, []*ast.File{p.file}, info); err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: p.fset, Files: []*ast.File{p.file}, TypesInfo: info,
		ResultOf: map[*analysis.Analyzer]any{inspect.Analyzer: inspector.New([]*ast.File{p.file})}}
	p.x = srcindex.New(pass)
	return p
}

const decls = `
func one() error { return nil }
func two() (int, error) { return 0, nil }
func use(...any) {}
`

// at returns the position of the last mark in the file.
func (p parsed) at(mark string) token.Pos {
	i := strings.LastIndex(p.text, mark)
	if i < 0 {
		p.t.Fatalf("no %q", mark)
	}
	return p.file.FileStart + token.Pos(i)
}

func TestTaken(t *testing.T) {
	for _, test := range []struct {
		stmt   string
		call   string // up to its parenthesis
		result int
		want   srcindex.Taking
		name   string
	}{
		{"one()", "one", 0, srcindex.TakenBare, ""},
		{"(one())", "one", 0, srcindex.TakenBare, ""},
		{"go one()", "go one", 0, srcindex.TakenGo, ""},
		{"defer one()", "defer one", 0, srcindex.TakenDefer, ""},
		{"_ = one()", "one", 0, srcindex.TakenIgnored, "_"},
		{"_, _ = two()", "two", 1, srcindex.TakenIgnored, "_"},
		{"n, _ := two(); use(n)", "two", 1, srcindex.TakenBlank, "_"},
		{"n, err := two(); use(n, err)", "two", 1, srcindex.TakenValue, "err"},
		{"err := one(); use(err)", "one", 0, srcindex.TakenValue, "err"},
		{"var err error = one(); use(err)", "one", 0, srcindex.TakenValue, "err"},
		{"var a, b = one(), error(nil); use(a, b)", "one", 0, srcindex.TakenValue, "a"},
		{"var s struct{ err error }; s.err = one(); use(s)", "one", 0, srcindex.TakenValue, ""},
		{"if err := one(); err != nil { use() }", "one", 0, srcindex.TakenValue, "err"},
		{"use(one())", "one", 0, srcindex.TakenValue, ""},
	} {
		p := parse(t, "func f() {\n"+test.stmt+"\n}\n")
		pos := p.at(test.call + "(")
		if !strings.HasPrefix(test.call, "go ") && !strings.HasPrefix(test.call, "defer ") {
			pos += token.Pos(len(test.call)) // go/ssa gives a call its parenthesis
		}
		how, id := p.x.Taken(pos, test.result)
		name := ""
		if id != nil {
			name = id.Name
		}
		if how != test.want || name != test.name {
			t.Errorf("%s: %d by %q, want %d by %q", test.stmt, how, name, test.want, test.name)
		}
	}
	if how, id := parse(t, "").x.Taken(token.NoPos, 0); how != srcindex.TakenValue || id != nil {
		t.Errorf("no call: %d by %v", how, id)
	}
}

func TestBranch(t *testing.T) {
	const err = "err := one()\n"
	for _, test := range []struct {
		body     string
		test     string // the operator of the test, or the expression of a case
		whenTrue bool
		from, to string // what stands where the branch begins, and where it ends; "" for its length 0
		how      srcindex.Leave
	}{
		{err + "if err != nil { return }", "!= nil", true, "{ return }", "{ return }", srcindex.Returning},
		{err + "if !(err == nil) { use(1) }", "== nil", false, "{ use(1) }", "{ use(1) }", srcindex.GoingOn},
		{err + "if err == nil { use(1) } else { return }", "== nil", false, "{ return }", "{ return }", srcindex.Returning},
		{err + "if err == nil { use(1) }", "== nil", false, "", "", srcindex.GoingOn},
		{err + "if true && err != nil { panic(1) }", "!= nil", true, "{ panic(1) }", "{ panic(1) }", srcindex.GoingOn},
		{"for { if err := one(); err != nil { continue } }", "!= nil", true, "{ continue }", "{ continue }", srcindex.Continuing},
		{"for { if err := one(); err != nil { break } }", "!= nil", true, "{ break }", "{ break }", srcindex.LeavingLoop},
		{err + "switch { case err != nil: return\n}", "!= nil", true, ": return", ": return", srcindex.Returning},
		{err + "switch err { case nil: use(1); default: return\n}", "nil: use", false, "; default: return\n}", "; default: return\n}", srcindex.GoingOn},
	} {
		p := parse(t, "func f() {\n"+test.body+"\n}\n")
		b, ok := p.x.BranchOf(p.at(test.test), test.whenTrue)
		if !ok {
			t.Errorf("%s: no branch", test.body)
			continue
		}
		if test.from == "" {
			if b.From != b.To || len(b.Body) > 0 {
				t.Errorf("%s: the branch is from %d to %d", test.body, b.From, b.To)
			}
		} else if from, to := p.at(test.from), p.at(test.to)+token.Pos(len(test.to)); b.From != from || b.To != to {
			t.Errorf("%s: the branch is %q", test.body, p.text[b.From-p.file.FileStart:b.To-p.file.FileStart])
		}
		if how, _ := b.Leave(); how != test.how {
			t.Errorf("%s: leaves by %d, want %d", test.body, how, test.how)
		}
	}
	if _, ok := parse(t, "func f() {}\n").x.BranchOf(token.NoPos, true); ok {
		t.Error("a branch of no test")
	}
}

func TestJumps(t *testing.T) {
	for body, want := range map[string]string{
		"if use(1); true { continue }; return":                                   "continue",
		"if true { use(1); break }; switch { case false: continue }; return":     "break continue",
		"for { continue }; for range 3 { break }; switch { default: break }":     "",
		"for { for { break }; continue }; func() { for { continue } }(); return": "",
		"for { if true { continue outer }; break outer }; return":                "continue break",
		"inner: for { if true { continue inner }; break inner }; return":         "",
		"select { default: if true { continue }; break }; return":                "continue",
	} {
		p := parse(t, "func f() {\nouter: for {\nif err := one(); err != nil {\n"+body+"\n}\nif false { continue outer }\n}\n}\n")
		b, ok := p.x.BranchOf(p.at("!= nil"), true)
		if !ok {
			t.Fatalf("%s: no branch", body)
		}
		var got []string
		for _, jump := range b.Jumps() {
			got = append(got, map[srcindex.Leave]string{srcindex.Continuing: "continue", srcindex.LeavingLoop: "break"}[jump.How])
			if jump.Within == nil || jump.Pos < jump.Within.Pos() || jump.Pos >= jump.Within.End() {
				t.Errorf("%s: jump at %d, within %v", body, jump.Pos, jump.Within)
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: jumps are %q, want %q", body, got, want)
		}
	}
}

func TestComments(t *testing.T) {
	for _, test := range []struct {
		body        string
		here, above intent.Intent
	}{
		{"if err := one(); err != nil {\n\t\treturn\n\t}", intent.None, intent.None},
		{"if err := one(); err != nil {\n\t\t// the peer has gone\n\t\treturn\n\t}", intent.Reasoned, intent.None},
		{"if err := one(); err != nil { // the peer has gone\n\t\treturn\n\t}", intent.Reasoned, intent.None},
		{"if err := one(); err != nil {\n\t\treturn // TODO\n\t}", intent.Postponed, intent.None},
		{"if err := one(); err != nil {\n\t\t// the peer has gone\n\t\tuse() // FIXME\n\t}", intent.Postponed, intent.None},
		{"if err := one(); err != nil {\n\t\t// use one\n\t\tuse()\n\t}", intent.None, intent.None},
		{"if err := one(); err != nil {\n\t\treturn\n\t}\n\t// the peer has gone", intent.None, intent.None},
		{"// errors are for the peer to find\n\tif err := one(); err != nil {\n\t\treturn\n\t}", intent.None, intent.Reasoned},
		{"// the peer comes first\n\tif err := one(); err != nil {\n\t\treturn\n\t}", intent.None, intent.None},
		{"//nolint:errcheck // the peer has gone\n\tif err := one(); err != nil {\n\t\treturn\n\t}", intent.None, intent.Reasoned},
		{"use() // errors are for the peer to find\n\tif err := one(); err != nil {\n\t\treturn\n\t}", intent.None, intent.None},
	} {
		p := parse(t, "func f() {\n\t"+test.body+"\n}\n")
		b, ok := p.x.BranchOf(p.at("!= nil"), true)
		if !ok {
			t.Fatal(test.body)
		}
		if got := p.x.Comments(b.From, b.To, b.Stmt.Pos()); got != test.here {
			t.Errorf("%s: %d inside, want %d", test.body, got, test.here)
		}
		if got := p.x.Above(b.Stmt.Pos()); got != test.above {
			t.Errorf("%s: %d above, want %d", test.body, got, test.above)
		}
	}
}

func TestStatement(t *testing.T) {
	p := parse(t, "func f() error {\n\tuse(1, func() error {\n\t\treturn one()\n\t})\n\treturn nil\n}\n")
	call := p.at("one()") + token.Pos(len("one"))
	if got, want := p.x.Statement(call), p.at("return one()"); got != want {
		t.Errorf("the statement is at %v, want %v", p.fset.Position(got), p.fset.Position(want))
	}
	if stmt := p.x.Return(p.at("return one()")); stmt == nil || len(stmt.Results) != 1 {
		t.Errorf("the return statement is %v", stmt)
	}
	if stmt := p.x.Return(token.NoPos); stmt != nil {
		t.Errorf("no return is %v", stmt)
	}
}
