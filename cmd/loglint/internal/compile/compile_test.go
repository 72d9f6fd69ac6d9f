package compile_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/compile"
)

// TestBroken holds mistakes of a change to be seen, in the tests of a package as
// well, and those that were there to be none of it.
func TestBroken(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	write("go.mod", "module example.com/m\n\ngo 1.26\n")
	a := write("a/a.go", "package a\n\nimport \"os\"\n\nfunc f() { os.Exit(0) }\n")
	write("a/a_test.go", "package a\n\nimport \"testing\"\n\nfunc Test(t *testing.T) { f() }\n")
	b := write("b/b.go", "package b\n\nfunc g() { var unused int }\n")
	t.Chdir(dir)
	tests := []struct {
		name    string
		changes []compile.Change
		want    []string
	}{
		{"nothing", nil, nil},
		{"fine", []compile.Change{{Name: a, New: []byte("package a\n\nimport \"log\"\n\nfunc f() { log.Print() }\n")}}, nil},
		{"unused", []compile.Change{{Name: a, New: []byte("package a\n\nimport \"os\"\n\nfunc f() { x := 1; os.Exit(0) }\n")}}, []string{filepath.Dir(a)}},
		{"in a test", []compile.Change{{Name: a, New: []byte("package a\n")}}, []string{filepath.Dir(a)}},
		{"as before", []compile.Change{{Name: b, New: []byte("package b\n\nfunc g() { var unused int }\n\nfunc h() {}\n")}}, nil},
		{"one more", []compile.Change{{Name: b, New: []byte("package b\n\nfunc g() { var unused, other int }\n")}}, []string{filepath.Dir(b)}},
		{"no syntax", []compile.Change{{Name: a, New: []byte("package a\n\nfunc {\n")}}, []string{filepath.Dir(a)}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := compile.Broken(test.changes)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
