package house_test

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/loglint/loglint"

// rooms says, of each package below passes, plugin and internal, what it may import beside the
// standard library. "x/tools" stands for golang.org/x/tools without go/ssa,
// "ssa" for that. A room that is not listed may not be built: say here first
// what it may know of the others.
//
// A reporting pass asks the engine for its result and never looks at SSA;
// tables of libraries are data and know only go/types. The plugin, the one
// room of the table that is not below passes, is a driver: it knows the passes
// and the engine's flags, and nothing of what is inside them.
var rooms = map[string][]string{
	"missingctx":   {"errfate", "internal/defect", "internal/report", "x/tools"},
	"nolog":        {"errfate", "internal/defect", "internal/report", "x/tools"},
	"swallowederr": {"errfate", "internal/defect", "internal/report", "x/tools"},

	"record": {"errfate", "internal/defect", "internal/fix", "internal/selection", "x/tools"},

	// The door of the engine, and its rooms, each above those that it imports.
	"errfate":              {"internal/callee", "internal/course", "internal/ctxvalue", "internal/defect", "internal/directive", "internal/fates", "internal/judge", "internal/known", "internal/locate", "internal/logctx", "internal/logstore", "internal/options", "internal/practice", "internal/program", "internal/setting", "internal/slip", "internal/srcindex", "x/tools", "ssa"},
	"internal/callee":      {"internal/defect", "internal/fates", "internal/known", "internal/ssax", "internal/summary"},
	"internal/course":      {"internal/defect", "internal/errflow", "internal/judge", "internal/known", "internal/locate", "internal/origin", "internal/program", "internal/role", "internal/ssax", "internal/summary", "ssa"},
	"internal/slip":        {"internal/defect", "internal/intent", "internal/keeper", "internal/known", "internal/locate", "internal/logline", "internal/origin", "internal/program", "internal/srcindex", "internal/ssax", "ssa"},
	"internal/setting":     {"internal/convention", "internal/defect", "internal/fates", "internal/known", "internal/program", "internal/role", "internal/ssax", "ssa"},
	"internal/judge":       {"internal/aftermath", "internal/convention", "internal/defect", "internal/errflow", "internal/fates", "internal/intent", "internal/known", "internal/locate", "internal/logline", "internal/origin", "internal/practice", "internal/program", "internal/role", "internal/srcindex", "internal/ssax", "internal/summary", "ssa"},
	"internal/practice":    {"internal/defect", "internal/fates", "internal/known", "internal/origin", "internal/ssax"},
	"internal/aftermath":   {"internal/convention", "internal/defect", "internal/errflow", "internal/fates", "internal/known", "internal/origin", "internal/program", "internal/ssax", "ssa"},
	"internal/locate":      {"internal/convention", "internal/defect", "internal/errflow", "internal/fates", "internal/known", "internal/origin", "internal/program", "internal/role", "internal/srcindex", "internal/ssax", "internal/summary", "x/tools", "ssa"},
	"internal/logstore":    {"internal/fates", "internal/known", "internal/logctx", "internal/program", "internal/ssax", "x/tools", "ssa"},
	"internal/logctx":      {"internal/ctxvalue", "internal/defect", "internal/fates", "internal/funcfact", "internal/known", "internal/logline", "internal/options", "internal/program", "internal/reqctx", "internal/srcindex", "internal/ssax", "internal/summary", "x/tools", "ssa"},
	"internal/ctxvalue":    {"internal/defect", "internal/fates", "internal/funcfact", "internal/known", "internal/program", "internal/reqctx", "internal/ssax", "x/tools", "ssa"},
	"internal/fates":       {"internal/convention", "internal/defect", "internal/directive", "internal/errflow", "internal/known", "internal/logline", "internal/options", "internal/origin", "internal/program", "internal/reqctx", "internal/ssax", "internal/summary", "x/tools", "ssa"},
	"internal/keeper":      {"internal/known", "internal/program", "internal/reqctx", "internal/ssax", "ssa"},
	"internal/role":        {"internal/defect", "internal/known", "internal/program", "internal/reqctx", "internal/ssax", "ssa"},
	"internal/captured":    {"internal/known", "internal/logline", "internal/program", "internal/ssax", "internal/summary", "ssa"},
	"internal/errflow":     {"internal/captured", "internal/known", "internal/logline", "internal/program", "internal/reqctx", "internal/ssax", "internal/summary", "ssa"},
	"internal/origin":      {"internal/convention", "internal/defect", "internal/destination", "internal/known", "internal/program", "internal/reqctx", "internal/ssax", "internal/summary", "ssa"},
	"internal/destination": {"internal/convention", "internal/known", "internal/program", "internal/reqctx", "internal/ssax", "ssa"},
	"internal/logline":     {"internal/known", "internal/program", "internal/ssax", "internal/summary", "ssa"},
	"internal/summary":     {"internal/directive", "internal/funcfact", "internal/known", "internal/program", "internal/ssax", "x/tools"},
	"internal/funcfact":    {"internal/known", "internal/program", "internal/ssax", "x/tools", "ssa"},

	"internal/known":      {},
	"internal/options":    {},
	"internal/directive":  {"x/tools"},
	"internal/convention": {},
	"internal/program":    {"internal/convention", "internal/defect", "internal/known", "internal/ssax", "x/tools", "ssa"},
	"internal/reqctx":     {"internal/convention", "internal/defect", "internal/known", "internal/program", "internal/ssax", "x/tools", "ssa"},
	"internal/intent":     {},
	"internal/srcindex":   {"internal/intent", "x/tools"},
	"internal/ssax":       {"x/tools", "ssa"},
	"internal/fix":        {"errfate", "internal/defect", "internal/fix/check", "internal/fix/compose", "internal/fix/linewriter", "internal/fix/place", "internal/fix/reach", "internal/fix/source", "internal/fix/style", "x/tools"},
	// Beside passes, since the command selects and words as well.
	"internal/defect":    {},
	"internal/message":   {"internal/defect"},
	"internal/selection": {"errfate", "internal/defect", "internal/message", "x/tools"},
	"internal/report":    {"errfate", "internal/defect", "internal/fix", "internal/selection", "x/tools"},
	"internal/catalogue": {"internal/defect", "internal/message"},
	"internal/house":     {},
	"internal/corpus":    {"errfate", "internal/defect", "x/tools"}, // for tests
	"internal/progen":    {},                                        // likewise
	"internal/ssatest":   {"x/tools"},                               // likewise
	"internal/fixtest":   {},                                        // nothing but tests

	// The rooms of fixes. None of them sees SSA, and only those that are handed
	// findings or what is found of contexts know the engine's types.
	"internal/fix/source":            {"x/tools"},
	"internal/fix/source/sourcetest": {"internal/fix/source", "x/tools"}, // for tests
	"internal/fix/phrase":            {"internal/convention", "internal/fix/source", "internal/known"},
	"internal/fix/style":             {"internal/convention", "internal/defect", "internal/fix/phrase", "internal/fix/source", "internal/known"},
	"internal/fix/reach":             {"internal/defect", "internal/fix/source", "internal/fix/style", "internal/known", "x/tools"},
	"internal/fix/linewriter":        {"internal/convention", "internal/defect", "internal/fix/phrase", "internal/fix/reach", "internal/fix/source", "internal/fix/style", "internal/known", "x/tools"},
	"internal/fix/place":             {"internal/defect", "internal/fix/source", "x/tools"},
	"internal/fix/trace":             {"internal/defect", "internal/fix/source", "internal/known", "x/tools"},
	"internal/fix/check":             {"internal/defect", "internal/fix/source", "internal/fix/trace", "x/tools"},
	"internal/fix/compose": {"internal/defect", "internal/fix/check", "internal/fix/linewriter", "internal/fix/phrase", "internal/fix/place", "internal/fix/reach",
		"internal/fix/source", "internal/fix/style", "internal/fix/trace", "internal/known", "x/tools"},

	"plugin/golangci": {"errfate", "internal/defect", "missingctx", "nolog", "swallowederr", "x/tools",
		"github.com/golangci/plugin-module-register/register"},
}

// commandRooms says the same of the packages below cmd/loglint/internal. None
// knows the passes or the engine, whose findings reach the command as data, but
// link: it puts together what the engine says of types.
var commandRooms = map[string][]string{
	"finding":  {},
	"source":   {"finding"},
	"identity": {"finding", "source"},

	"link": {"errfate", "internal/defect", "internal/selection"},

	"compile":  {"finding", "x/tools"},
	"gocmd":    {"finding"},
	"inmemory": {"finding", "x/tools"},

	"mend":   {"finding", "identity", "source"},
	"text":   {"finding", "source"},
	"github": {"finding", "identity", "source"},
	"sarif":  {"finding", "identity", "rules", "source"},
	"format": {"finding", "github", "identity", "nearest", "sarif", "source", "text"},
	"rules":  {},

	"manual":     {"rules"},
	"completion": {"manual"},
	"nearest":    {},
	"outfile":    {},
	"version":    {},
	"terminal":   {},
	"patch":      {"github.com/rogpeppe/go-internal/diff"},

	// What packages have written down, told and counted.
	"written": {"finding", "internal/defect", "internal/selection", "link", "record"},
	"chosen":  {"coverage", "errfate", "finding", "internal/defect", "internal/message", "internal/selection", "link", "mend", "record", "swallowederr", "written", "x/tools"},
	"story":   {"coverage", "internal/defect", "internal/message", "internal/selection", "record"},
	"cover":   {"coverage", "finding", "internal/defect", "internal/message", "internal/selection", "link", "manual", "record", "story", "written", "x/tools"},

	"coverage": {"internal/defect"},
	"page":     {"coverage"},

	"baseline": {"finding", "identity", "source"},
	"revision": {"finding"},

	"workspace": {"x/tools"},
	"contract":  {"errfate", "finding", "inmemory", "manual", "internal/defect", "workspace", "x/tools"},
	"settings":  {"internal/defect", "nearest", "github.com/BurntSushi/toml"},
}

// A pkg is what the go command says of a package.
type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

// TestImports holds the rules for all packages of the module.
func TestImports(t *testing.T) {
	for _, p := range list(t) {
		room, held := roomOf(p.ImportPath)
		allowed, listed := rooms[room]
		if held && !listed {
			t.Errorf("%s is not in the table of rooms", p.ImportPath)
			continue
		}
		for _, imp := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if strings.HasPrefix(imp, module+"/cmd/") && !strings.HasPrefix(p.ImportPath, module+"/cmd/loglint") {
				t.Errorf("%s imports %s: nothing imports a command", p.ImportPath, imp)
			}
			if strings.HasPrefix(imp, module+"/plugin/") && imp != p.ImportPath {
				t.Errorf("%s imports %s: nothing here imports a plugin", p.ImportPath, imp)
			}
		}
		for _, imp := range p.Imports {
			what := kind(imp)
			if held && what != "" && !slices.Contains(allowed, what) {
				t.Errorf("%s imports %s, and may import only %v", p.ImportPath, imp, allowed)
			}
		}
	}
}

// roomOf names a package as the table does, and reports whether the table has
// to list it.
func roomOf(path string) (room string, held bool) {
	if room, ok := strings.CutPrefix(path, module+"/passes/"); ok {
		return room, true
	}
	room = strings.TrimPrefix(path, module+"/")
	return room, strings.HasPrefix(room, "plugin/") || strings.HasPrefix(room, "internal/") && !strings.HasPrefix(room, "internal/tools/")
}

// TestCommandImports holds the rules for the rooms of the command.
func TestCommandImports(t *testing.T) {
	const prefix = module + "/cmd/loglint/internal/"
	for _, p := range list(t) {
		room, ok := strings.CutPrefix(p.ImportPath, prefix)
		if !ok {
			continue
		}
		allowed, listed := commandRooms[room]
		if !listed {
			t.Errorf("%s is not in the table of the command's rooms", p.ImportPath)
			continue
		}
		for _, imp := range p.Imports {
			what, mine := strings.CutPrefix(imp, prefix)
			if !mine {
				what = kind(imp)
			}
			if what != "" && !slices.Contains(allowed, what) {
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
	if room, ok := strings.CutPrefix(imp, module+"/internal/"); ok {
		return "internal/" + room
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

// list returns all packages of the module. It looks at their files itself as well:
// the go command keeps the result of a test for as long as the files are the same
// that the test has looked at, and does not see what go list reads.
func list(t *testing.T) []pkg {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", "..", ".."), func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == "testdata" || d.Name() == ".git") {
			return fs.SkipDir
		}
		if err == nil && filepath.Ext(name) == ".go" {
			_, err = os.Stat(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
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
