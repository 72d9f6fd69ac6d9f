package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// stdModule is the path of the module that a copy of the standard library is.
const stdModule = "example.com/std"

// writeStd writes the packages of the standard library, without their tests, into
// a module of their own in dir. There they are ordinary packages. They import each
// other's internal packages and what is vendored from the copy, and what is public
// from the library itself. Not all of them compile so: some belong to the runtime.
func writeStd(dir string) error {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	src := filepath.Join(strings.TrimSpace(string(goroot)), "src")
	err = filepath.WalkDir(src, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(src, name)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{"cmd", "builtin", "unsafe"}, rel) || d.Name() == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(name, "_test.go") || d.Name() == "go.mod" {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if filepath.Ext(name) == ".go" {
			if data, err = fromCopy(name, data); err != nil {
				return err
			}
		}
		if inside, ok := strings.CutPrefix(filepath.ToSlash(rel), "vendor/"); ok {
			rel = "vendored/" + inside
		}
		target := filepath.Join(dir, filepath.FromSlash(rel))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
	if err != nil {
		return err
	}
	version := strings.TrimPrefix(runtime.Version(), "go")
	return os.WriteFile(filepath.Join(dir, "go.mod"), fmt.Appendf(nil, "module %s\n\ngo %s\n", stdModule, version), 0o644)
}

// fromCopy makes a file of the standard library import from the copy what it may
// not import from the library.
func fromCopy(name string, text []byte) ([]byte, error) {
	file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	for _, spec := range slices.Backward(file.Imports) {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, err
		}
		first, _, _ := strings.Cut(path, "/")
		switch {
		case strings.Contains(first, "."):
			path = stdModule + "/vendored/" + path
		case strings.Contains("/"+path+"/", "/internal/"):
			path = stdModule + "/" + path
		default:
			continue
		}
		// The only file of its set begins at position 1.
		at, end := int(spec.Path.Pos())-1, int(spec.Path.End())-1
		text = slices.Concat(text[:at], []byte(strconv.Quote(path)), text[end:])
	}
	return text, nil
}
