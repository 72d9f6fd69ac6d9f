package setting_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/setting"
	"github.com/loglint/loglint/passes/internal/ssatest"
	"github.com/loglint/loglint/passes/internal/summary"
)

// load makes a package of text, without any summary.
func load(t *testing.T, text string) *fates.Package {
	t.Helper()
	pass := ssatest.Pass(t, "example.com/p", map[string]string{"p.go": text})
	prog := program.New(pass)
	if prog.Err != nil {
		t.Fatal(prog.Err)
	}
	dirs := directive.New(pass.Fset, pass.Files)
	return &fates.Package{Program: prog, Reqs: reqctx.New(prog, false), Dirs: dirs, Known: summary.NewBook(pass, prog, dirs)}
}

// TestEvidence holds what is said of a function to follow from what leads to it, and from the lines
// of its package.
func TestEvidence(t *testing.T) {
	const text = `package p

import "net/http"

func Handle(w http.ResponseWriter, r *http.Request) { load() }

func load() {}

func Exported() {}

type Verifier struct{}

func (v *Verifier) Do() error { return nil }

func AllowAll() {}

func Allowance() {}

func NewThing() *Verifier { return nil }

func Newest() *Verifier { return nil }

func Title() (string, int) { return "", 0 }

func Names() []string { return nil }

func Found() (string, bool) { return "", false }

func literal() string { return func() string { return "" }() }
`
	for _, test := range []struct {
		lines string
		want  map[string][]defect.Evidence
	}{
		{"", map[string][]defect.Evidence{"load": {defect.EvHandler, defect.EvWordless}, "Exported": {defect.EvWordless}}},
		{"", map[string][]defect.Evidence{
			"Do": {defect.EvWordless, defect.EvGuards}, "AllowAll": {defect.EvWordless, defect.EvGuards}, "Allowance": {defect.EvWordless},
			"NewThing": {defect.EvWordless, defect.EvMakes}, "Newest": {defect.EvWordless},
			"Title": {defect.EvWordless, defect.EvFormats}, "Names": {defect.EvWordless, defect.EvFormats},
			"Found": {defect.EvWordless}, "literal$1": {defect.EvWordless, defect.EvFormats},
		}},
		{"func init() { println(1) }\n", map[string][]defect.Evidence{"load": {defect.EvHandler, defect.EvWordless}}},
	} {
		pkg := load(t, text+test.lines)
		index := setting.New(pkg)
		got := make(map[string][]defect.Evidence)
		for _, fn := range pkg.Funcs {
			if _, asked := test.want[fn.Name()]; asked {
				got[fn.Name()] = index.Evidence(fn)
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	}
}

// TestPackageOf holds a package that listens to serve, and one that only asks not to.
func TestPackageOf(t *testing.T) {
	for text, want := range map[string]defect.Package{
		"package p\n\nimport \"net/http\"\n\nfunc Run() error { return http.ListenAndServe(\":80\", nil) }\n": {Serves: true},
		"package p\n\nimport \"net/http\"\n\nfunc Ask() { http.Get(\"http://example.com\") }\n":               {},
		"package main\n\nfunc main() {}\n": {Main: true},
	} {
		if diff := cmp.Diff(want, setting.PackageOf(load(t, text))); diff != "" {
			t.Errorf("%s: -want +got:\n%s", text, diff)
		}
	}
}
