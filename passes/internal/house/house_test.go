package house_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/loglint/loglint"

// rooms says, of each package below passes, what it may import beside the
// standard library. "x/tools" stands for golang.org/x/tools without go/ssa,
// "ssa" for that. A room that is not listed may not be built: say here first
// what it may know of the others.
//
// A reporting pass asks the engine for its result and never looks at SSA;
// tables of libraries are data and know only go/types.
var rooms = map[string][]string{
	"missingctx":   {"errfate", "internal/report", "x/tools"},
	"nolog":        {"errfate", "internal/report", "x/tools"},
	"swallowederr": {"errfate", "internal/report", "x/tools"},

	"errfate": {"internal/known", "internal/ssax", "internal/directive", "x/tools", "ssa"},

	"internal/known":     {},
	"internal/directive": {"x/tools"},
	"internal/ssax":      {"x/tools", "ssa"},
	"internal/fix":       {"errfate", "internal/known", "x/tools"},
	"internal/report":    {"errfate", "internal/fix", "x/tools"},
	"internal/catalogue": {"errfate"},
	"internal/house":     {},
	"internal/corpus":    {"errfate", "x/tools"}, // for tests
}

// A pkg is what the go command says of a package.
type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

// TestImports holds the rules for all packages of the module.
func TestImports(t *testing.T) {
	for _, p := range list(t) {
		room, inPasses := strings.CutPrefix(p.ImportPath, module+"/passes/")
		allowed, listed := rooms[room]
		if inPasses && !listed {
			t.Errorf("%s is not in the table of rooms", p.ImportPath)
			continue
		}
		for _, imp := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if strings.HasPrefix(imp, module+"/cmd/") {
				t.Errorf("%s imports %s: nothing imports a command", p.ImportPath, imp)
			}
		}
		for _, imp := range p.Imports {
			what := kind(imp)
			if inPasses && what != "" && !slices.Contains(allowed, what) {
				t.Errorf("%s imports %s, and may import only %v", p.ImportPath, imp, allowed)
			}
		}
	}
}

// TestKnownIsData holds the tables of libraries to go/types: they neither
// parse nor read anything.
func TestKnownIsData(t *testing.T) {
	for _, p := range list(t) {
		if p.ImportPath != module+"/passes/internal/known" {
			continue
		}
		for _, imp := range p.Imports {
			if path.Dir(imp) == "go" && imp != "go/types" {
				t.Errorf("%s imports %s, and may import go/types alone", p.ImportPath, imp)
			}
		}
	}
}

// kind names an import as the table does, "" for the standard library.
func kind(imp string) string {
	if room, ok := strings.CutPrefix(imp, module+"/passes/"); ok {
		return room
	}
	if rest, ok := strings.CutPrefix(imp, "golang.org/x/tools/"); ok {
		if rest == "go/ssa" || strings.HasPrefix(rest, "go/ssa/") || rest == "go/analysis/passes/buildssa" {
			return "ssa"
		}
		return "x/tools"
	}
	if first, _, _ := strings.Cut(imp, "/"); !strings.Contains(first, ".") {
		return ""
	}
	return imp
}

// list returns all packages of the module.
func list(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", module+"/...").Output()
	if err != nil {
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatal(err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
