package known_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/passes/internal/known"
)

// std returns every function and method that a program can call in the
// standard library and whose last result is an error, by the text of its key.
// Methods that are promoted from unexported types, and those of unexported
// types that are the result of a function or the type of a variable, count.
//
// That is all of it on linux/amd64, and what a few packages have elsewhere.
var std = sync.OnceValues(func() (map[string]*types.Func, error) {
	funcs := make(map[string]*types.Func)
	for _, load := range []struct {
		goos, experiment, pattern string
	}{
		{"linux", "", "std"},
		{"linux", "jsonv2", "encoding/json/..."},
		{"windows", "", "syscall"},
		{"darwin", "", "syscall"},
	} {
		pkgs, err := packages.Load(&packages.Config{
			// With the syntax, nothing has to be compiled.
			Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
				packages.NeedDeps | packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax,
			Env: append(os.Environ(), "GOOS="+load.goos, "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS=",
				"GOEXPERIMENT="+load.experiment),
		}, load.pattern)
		if err != nil {
			return nil, fmt.Errorf("load %s for %s: %w", load.pattern, load.goos, err)
		}
		if len(pkgs) == 0 {
			return nil, fmt.Errorf("load %s for %s: no packages", load.pattern, load.goos)
		}
		for _, pkg := range pkgs {
			if public(pkg.PkgPath) {
				for _, err := range pkg.Errors {
					return nil, fmt.Errorf("load %s for %s: %w", pkg.PkgPath, load.goos, err)
				}
				addFuncs(funcs, pkg.Types)
			}
		}
	}
	if len(funcs) == 0 {
		return nil, errors.New("no functions found")
	}
	return funcs, nil
})

// public reports whether a program may import the package.
func public(path string) bool {
	return !strings.HasPrefix(path, "vendor/") && !strings.HasPrefix(path, "cmd/") &&
		!strings.Contains("/"+path+"/", "/internal/")
}

// addFuncs adds the functions of pkg, and the methods of all types that its
// exported objects lead to.
func addFuncs(funcs map[string]*types.Func, pkg *types.Package) {
	errType := types.Universe.Lookup("error").Type()
	add := func(fn *types.Func) {
		results := fn.Signature().Results()
		if fn.Exported() && fn.Pkg() != nil && results.Len() > 0 &&
			types.Identical(results.At(results.Len()-1).Type(), errType) {
			funcs[known.KeyOf(fn).String()] = fn.Origin()
		}
	}
	addMethods := func(t types.Type) {
		if _, ok := t.(*types.Pointer); !ok && !types.IsInterface(t) {
			t = types.NewPointer(t)
		}
		for m := range types.NewMethodSet(t).Methods() {
			add(m.Obj().(*types.Func))
		}
	}
	for _, name := range pkg.Scope().Names() {
		if !ast.IsExported(name) {
			continue
		}
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			add(obj)
			for v := range obj.Signature().Results().Variables() {
				addMethods(v.Type())
			}
		case *types.Var:
			addMethods(obj.Type())
		case *types.TypeName:
			addMethods(obj.Type())
			if s, ok := obj.Type().Underlying().(*types.Struct); ok {
				for f := range s.Fields() {
					if f.Exported() {
						addMethods(f.Type())
					}
				}
			}
		}
	}
}

// local returns the key of fn without its package.
func local(fn *types.Func) string {
	k := known.KeyOf(fn)
	if k.Recv == "" {
		return k.Name
	}
	return k.Recv + "." + k.Name
}

// wildcards returns the names in a table that fit name besides itself, the
// nearest first.
func wildcards(name string) []string {
	if recv, method, ok := strings.Cut(name, "."); ok && method != "*" {
		return []string{recv + ".*", "*"}
	} else if name != "*" {
		return []string{"*"}
	}
	return nil
}

// TestStdComplete finds the functions of the standard library without a class.
func TestStdComplete(t *testing.T) {
	funcs, err := std()
	if err != nil {
		t.Fatal(err)
	}
	counts := make(map[known.Class]int)
	for _, name := range slices.Sorted(maps.Keys(funcs)) {
		class := known.ClassOf(funcs[name])
		if class == known.Unknown {
			t.Errorf("%s has no class", name)
		}
		counts[class]++
	}
	t.Logf("%d functions: %v", len(funcs), counts)
}

// TestStdNames finds the names in the table that say nothing: those that fit
// no function, stand there twice, or have the class of their wildcard anyway.
func TestStdNames(t *testing.T) {
	funcs, err := std()
	if err != nil {
		t.Fatal(err)
	}
	// used has the names of the table that give a function its class.
	used := make(map[string]bool)
	for _, fn := range funcs {
		pkg, name := fn.Pkg().Path(), local(fn)
		for _, name := range append([]string{name}, wildcards(name)...) {
			if inTable(pkg, name) {
				used[pkg+" "+name] = true
				break
			}
		}
	}
	for pkg, byClass := range known.StdClasses {
		classOf := make(map[string]known.Class)
		for class, names := range byClass {
			if class == known.Unknown {
				t.Errorf("%s has names without a class: %s", pkg, names)
			}
			for name := range strings.FieldsSeq(names) {
				if other, ok := classOf[name]; ok {
					t.Errorf("%s %s is both %s and %s", pkg, name, class, other)
				}
				classOf[name] = class
				if !used[pkg+" "+name] {
					t.Errorf("%s %s matches no function", pkg, name)
				}
			}
		}
		for name, class := range classOf {
			for _, wildcard := range wildcards(name) {
				if other, ok := classOf[wildcard]; ok {
					if other == class {
						t.Errorf("%s %s is already in %s", pkg, name, wildcard)
					}
					break
				}
			}
		}
	}
}

// inTable reports whether the table for the standard library has the name.
func inTable(pkg, name string) bool {
	for _, names := range known.StdClasses[pkg] {
		if slices.Contains(strings.Fields(names), name) {
			return true
		}
	}
	return false
}

func TestStdClasses(t *testing.T) {
	funcs, err := std()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]known.Class{
		"bytes.Buffer.WriteString":              known.NeverFails,
		"crypto/rand.Read":                      known.NeverFails,
		"fmt.Fprintf":                           known.NeverFails,
		"fmt.Println":                           known.NeverFails,
		"hash/maphash.Hash.Write":               known.NeverFails,
		"io.PipeWriter.CloseWithError":          known.NeverFails,
		"net/http.ResponseWriter.Write":         known.NeverFails,
		"strings.Builder.WriteByte":             known.NeverFails,
		"syscall.LazyProc.Call":                 known.NeverFails,
		"bytes.Reader.Seek":                     known.Computed,
		"context.Context.Err":                   known.Computed,
		"crypto/rsa.GenerateKey":                known.Computed,
		"embed.FS.ReadFile":                     known.Computed,
		"encoding/base64.Encoding.DecodeString": known.Computed,
		"encoding/json.Marshal":                 known.Computed,
		"errors.New":                            known.Computed,
		"net.SplitHostPort":                     known.Computed,
		"net/http.NewRequestWithContext":        known.Computed,
		"net/netip.ParseAddr":                   known.Computed,
		"path/filepath.Glob":                    known.Computed,
		"strconv.Atoi":                          known.Computed,
		"text/template.Template.Parse":          known.Computed,
		"time.ParseDuration":                    known.Computed,
		"database/sql.Rows.Close":               known.Cleanup,
		"database/sql.Tx.Rollback":              known.Cleanup,
		"io.Closer.Close":                       known.Cleanup,
		"net.Listener.Close":                    known.Cleanup,
		"net.conn.SetReadDeadline":              known.Cleanup,
		"net/http.Server.Shutdown":              known.Cleanup,
		"os.File.Close":                         known.Cleanup,
		"os.Process.Kill":                       known.Cleanup,
		"os.Root.RemoveAll":                     known.Cleanup,
		"io/fs.Stat":                            known.Probe,
		"net.InterfaceByName":                   known.Probe,
		"net/http.Request.Cookie":               known.Probe,
		"os.Hostname":                           known.Probe,
		"os.Stat":                               known.Probe,
		"os/exec.LookPath":                      known.Probe,
		"os/user.Current":                       known.Probe,
		"crypto/cipher.AEAD.Open":               known.Decode,
		"crypto/rsa.VerifyPSS":                  known.Decode,
		"crypto/x509.Certificate.Verify":        known.Decode,
		"database/sql.Scanner.Scan":             known.Decode,
		"encoding/json.Decoder.Decode":          known.Decode,
		"encoding/json/v2.UnmarshalRead":        known.Decode,
		"image.Decode":                          known.Decode,
		"net/http.Request.ParseForm":            known.Decode,
		"bufio.Writer.Flush":                    known.Environment,
		"compress/gzip.Writer.Close":            known.Environment,
		"database/sql.Row.Scan":                 known.Environment,
		"database/sql.Tx.Commit":                known.Environment,
		"database/sql/driver.Conn.Begin":        known.Environment,
		"html/template.Template.Execute":        known.Environment,
		"io.Reader.Read":                        known.Environment,
		"io.WriteString":                        known.Environment,
		"log/slog.Handler.Handle":               known.Environment,
		"net.Resolver.LookupCNAME":              known.Environment,
		"net.conn.Write":                        known.Environment,
		"net/http.Client.Do":                    known.Environment,
		"net/http.Serve":                        known.Environment,
		"os.ReadFile":                           known.Environment,
		"os.Root.Open":                          known.Environment,
		"os/exec.Cmd.Wait":                      known.Environment,
		"syscall.Mount":                         known.Environment,
	} {
		fn, ok := funcs[name]
		if !ok {
			t.Errorf("%s: no such function", name)
			continue
		}
		if got := known.ClassOf(fn); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}

	// What the tables do not know has no class.
	sig := types.NewSignatureType(nil, nil, nil, nil, nil, false)
	fn := types.NewFunc(token.NoPos, types.NewPackage("example.org/os", "os"), "Open", sig)
	if got := known.ClassOf(fn); got != known.Unknown {
		t.Errorf("%s is %s, want unknown", fn.FullName(), got)
	}
}
