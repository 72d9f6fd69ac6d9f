package fixtest_test

import (
	"bufio"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/internal/progen"
	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
)

var (
	seed   = flag.Uint64("fixtest.seed", 1, "seed of the functions that are fixed")
	number = flag.Int("fixtest.n", 300, "how many functions are fixed")
	shown  = flag.Int("fixtest.show", 3, "how many functions are shown of each kind of failure")
)

var passes = []*analysis.Analyzer{missingctx.Analyzer, nolog.Analyzer, swallowederr.Analyzer}

// A program is a function before its fixes and after.
type program struct {
	f             *progen.Func
	style         progen.Style
	before, after string
	fixes         int
	mended        []int // the origins that they are for
	broken        bool  // with them it does not compile
}

// TestFixes holds fixes to what the package's doc says.
func TestFixes(t *testing.T) {
	corpus.SetFlag(t, "all", "true")
	if testing.Short() {
		*number = min(*number, 100)
	}
	programs := grow(*number)
	dir := write(t, programs)
	fix(t, dir, programs)
	failures := make(map[string][]string) // by kind
	fixes, fixed := 0, 0
	for id, p := range programs {
		fixes += p.fixes
		if p.fixes > 0 {
			fixed++
		}
		if err := typecheck(p.after); err != nil {
			p.broken = true
			failures["compile"] = append(failures["compile"], p.describe(err.Error()))
			p.after = p.before
			save(t, filepath.Join(dir, "fixed", file(id)), p.before)
		}
	}
	runs, told := run(t, dir, programs, func(id int, kind, text string) {
		failures[kind] = append(failures[kind], programs[id].describe(text))
	})
	t.Logf("%d functions, %d fixes in %d of them, %d runs, %d lost errors are told now", len(programs), fixes, fixed, runs, told)
	if fixes == 0 || told == 0 {
		t.Error("nothing was fixed")
	}
	for _, kind := range slices.Sorted(maps.Keys(failures)) {
		list := failures[kind]
		slices.SortFunc(list, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
		t.Errorf("%d functions fail in %s; the smallest:\n%s", len(list), kind, strings.Join(list[:min(*shown, len(list))], "\n"))
	}
}

// grow makes functions that compile, in the styles that they can be written in.
func grow(n int) []*program {
	g := &progen.Generator{Rand: rand.New(rand.NewPCG(*seed, 3)), Shapes: true, Typechecks: func(f *progen.Func) bool {
		return typecheck(f.Print(0, progen.Style{}).Source) == nil
	}}
	styles := []progen.Style{{}, {Shadowed: true}, {Switched: true}, {Shadowed: true, Switched: true}}
	var programs []*program
	for len(programs) < n {
		p := &program{f: g.Func(), style: styles[len(programs)%len(styles)]}
		id := len(programs)
		p.before = p.f.Print(id, p.style).Source
		if typecheck(p.before) != nil {
			p.style = progen.Style{}
			p.before = p.f.Print(id, p.style).Source
		}
		p.after = p.before
		programs = append(programs, p)
	}
	return programs
}

// describe shows a program with what is wrong with it.
func (p *program) describe(text string) string {
	return text + "\nbefore:\n" + body(p.before) + "after:\n" + body(p.after)
}

func body(source string) string {
	_, rest, _ := strings.Cut(source, "\n)\n")
	return rest
}

var std = importer.ForCompiler(token.NewFileSet(), "gc", nil)

// typecheck type-checks a function, beside what all share.
func typecheck(source string) error {
	fset := token.NewFileSet()
	var files []*ast.File
	for name, text := range map[string]string{"types.go": progen.Types(), "f.go": source} {
		file, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	conf := types.Config{Importer: std}
	_, err := conf.Check("oracle/gen", fset, files, nil)
	return err
}

func file(id int) string { return fmt.Sprintf("f%d.go", id) }

func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// write writes a module with the programs, and returns its directory.
func write(t *testing.T, programs []*program) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(dir, "go.mod"), "module oracle\n\ngo 1.26\n")
	save(t, filepath.Join(dir, "gen", "types.go"), progen.Types())
	for id, p := range programs {
		save(t, filepath.Join(dir, "gen", file(id)), p.before)
	}
	return dir
}

// subject finds the origin that a finding is about.
var subject = regexp.MustCompile(`^error from (?:Source\.(?:Load|Read)|fetch\d+_|load)(\d+) `)

// fix applies the first fix of each finding, as far as they go together.
func fix(t *testing.T, dir string, programs []*program) {
	t.Helper()
	fset := token.NewFileSet()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax | packages.NeedModule, Fset: fset, Dir: dir,
		Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off"),
	}, "./gen")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatalf("the programs do not compile: %v", err)
	}
	graph, err := checker.Analyze(passes, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	edits := make(map[string][]edit)
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Fatal(root.Err)
		}
		for _, d := range root.Diagnostics {
			if len(d.SuggestedFixes) == 0 {
				continue
			}
			name := filepath.Base(fset.Position(d.Pos).Filename)
			if all, ok := merge(fset, edits[name], d.SuggestedFixes[0]); ok {
				edits[name] = all
				id, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(name, "f"), ".go"))
				if err != nil {
					t.Fatalf("a fix of %s", name)
				}
				programs[id].fixes++
				if m := subject.FindStringSubmatch(d.Message); m != nil && d.Category != "novalue" {
					k, _ := strconv.Atoi(m[1])
					programs[id].mended = append(programs[id].mended, k)
				}
			}
		}
	}
	for id, p := range programs {
		p.after = apply(p.before, edits[file(id)])
		save(t, filepath.Join(dir, "fixed", file(id)), p.after)
	}
	var shared strings.Builder
	shared.WriteString("package gen\n\nimport \"oracle/gen\"\n\n")
	for _, name := range []string{"Source", "Input", "Box", "Kind"} {
		fmt.Fprintf(&shared, "type %s = gen.%s\n", name, name)
	}
	shared.WriteString("var ErrKind = gen.ErrKind\n")
	save(t, filepath.Join(dir, "fixed", "types.go"), shared.String())
}

// An edit replaces some bytes of a file.
type edit struct {
	start, end int
	text       string
}

// merge adds the edits of a fix to others, as drivers do.
func merge(fset *token.FileSet, all []edit, fix analysis.SuggestedFix) ([]edit, bool) {
	merged := slices.Clone(all)
	for _, te := range fix.TextEdits {
		f := fset.File(te.Pos)
		e := edit{f.Offset(te.Pos), f.Offset(te.End), string(te.NewText)}
		if slices.Contains(merged, e) {
			continue
		}
		for _, o := range merged {
			if e.start < o.end && o.start < e.end || e.start == o.start && (e.end == e.start || o.end == o.start) {
				return all, false
			}
		}
		merged = append(merged, e)
	}
	slices.SortStableFunc(merged, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	return merged, true
}

func apply(text string, edits []edit) string {
	var b strings.Builder
	last := 0
	for _, e := range edits {
		b.WriteString(text[last:e.start] + e.text)
		last = e.end
	}
	b.WriteString(text[last:])
	if formatted, err := format.Source([]byte(b.String())); err == nil {
		return string(formatted)
	}
	return b.String()
}

// run runs the programs before and after their fixes, and returns on how many
// paths, and how many lost errors are told by the fixes on them.
func run(t *testing.T, dir string, programs []*program, differs func(id int, kind, text string)) (runs, told int) {
	t.Helper()
	var called, compared strings.Builder
	for k := range progen.MaxOrigins {
		for _, call := range []struct{ name, results string }{{"Load", "error"}, {"Read", "(int, error)"}} {
			event := fmt.Sprintf("%s %d", call.name, k)
			fmt.Fprintf(&called, "func (c calls) %[1]s%[2]d(ctx context.Context) %[3]s { c.note(%[4]q); return source{c.run}.%[1]s%[2]d(ctx) }\n", call.name, k, call.results, event)
		}
	}
	for id, p := range programs {
		if p.fixes == 0 || p.broken {
			continue
		}
		call := p.f.Print(id, p.style).Call
		function := func(call string) string {
			return "func(ctx context.Context, src gen.Source, in gen.Input) error { " + call + " }"
		}
		mended := "map[int]bool{"
		for _, k := range p.mended {
			if p.f.Has(progen.OpPut, progen.OpDrop) {
				break // what becomes of a box, or in a helper, is for the engine to say
			}
			mended += fmt.Sprintf("%d: true, ", k)
		}
		fmt.Fprintf(&compared, "\tcompareAll(%d, rounds, %s}, %s, %s)\n", id, mended, function(call), function(strings.Replace(call, "gen.F", "fixed.F", 1)))
	}
	text := strings.NewReplacer("//CALLED\n", called.String(), "//COMPARED\n", compared.String(),
		"\"oracle/fixed\"", "fixed \"oracle/fixed\"").Replace(runMain)
	save(t, filepath.Join(dir, "run.go"), progen.Runtime())
	save(t, filepath.Join(dir, "main.go"), text)
	binary := filepath.Join(dir, "oracle.exe")
	build := exec.Command("go", "build", "-gcflags=-N -l", "-o", binary, ".")
	build.Dir = dir
	build.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building the programs: %v\n%s", err, out)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(binary, "2")
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("running the programs: %v\n%s", err, stderr.Bytes())
	}
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		fields := strings.SplitN(lines.Text(), " ", 4)
		id, err := strconv.Atoi(fields[1])
		if err != nil {
			t.Fatal(err)
		}
		switch fields[0] {
		case "differs":
			differs(id, fields[2], fields[3])
		case "result":
			n, _ := strconv.Atoi(fields[2])
			m, _ := strconv.Atoi(fields[3])
			runs, told = runs+n, told+m
		}
	}
	return runs, told
}
