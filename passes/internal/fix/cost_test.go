package fix_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix"
)

// BenchmarkFor measures one fix in packages that differ in nothing but their
// size: functions of them is how many others there are, each of the same
// length. A fix costs what the function around it is long, so it costs the same
// in all.
func BenchmarkFor(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprintf("functions=%d", n), func(b *testing.B) {
			gopath := b.TempDir()
			writeLarge(b, filepath.Join(gopath, "src", "large"), n)
			pkgs, err := packages.Load(&packages.Config{
				Mode: packages.LoadAllSyntax | packages.NeedModule,
				Fset: token.NewFileSet(),
				Dir:  gopath,
				Env:  append(os.Environ(), "GOPATH="+gopath, "GO111MODULE=off", "GOFLAGS=", "GOWORK=off"),
			}, "large")
			if err != nil {
				b.Fatal(err)
			}
			measured := &analysis.Analyzer{Name: "measured", Doc: "times fixes", Requires: []*analysis.Analyzer{errfate.Analyzer}}
			measured.Run = func(pass *analysis.Pass) (any, error) {
				if pass.Pkg.Path() != "large" {
					return nil, nil
				}
				findings := pass.ResultOf[errfate.Analyzer].(*errfate.Result).Findings
				if len(findings) != 2 {
					b.Fatalf("%d findings, want two", len(findings))
				}
				fixer := fix.New(pass)
				for i := 0; b.Loop(); i++ {
					// In turn, so that each is the first of its function.
					if len(fixer.For(findings[i%2])) == 0 {
						b.Fatal("no fix")
					}
				}
				return nil, nil
			}
			if _, err := checker.Analyze([]*analysis.Analyzer{measured}, pkgs, &checker.Options{Sequential: true}); err != nil {
				b.Fatal(err)
			}
		})
	}
}

// writeLarge writes a package of n functions, a hundred a file, and two that
// lose an error.
func writeLarge(b *testing.B, dir string, n int) {
	b.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		b.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	write("lost.go", `package large

import (
	"log/slog"
	"os"
)

func save(name string) {
	os.WriteFile(name, nil, 0o600)
	slog.Info("saved", "name", name)
}

func saveAll(names []string) {
	for _, name := range names {
		os.WriteFile(name, nil, 0o600)
	}
	slog.Info("saved all", "names", names)
}
`)
	for from := 0; from < n; from += 100 {
		var text strings.Builder
		text.WriteString("package large\n\nimport \"strings\"\n")
		for i := from; i < min(from+100, n); i++ {
			fmt.Fprintf(&text, `
type t%[1]d struct{ a, b string }

func (t *t%[1]d) f%[1]d(names []string) (all []string) {
	for _, name := range names {
		if strings.Contains(name, t.a) {
			all = append(all, name+t.b)
		}
	}
	return all
}
`, i)
		}
		write(fmt.Sprintf("f%d.go", from), text.String())
	}
}
