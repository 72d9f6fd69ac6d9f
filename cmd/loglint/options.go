package main

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/format"
	"github.com/loglint/loglint/cmd/loglint/internal/settings"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
)

// options are the flags of the command itself, which a vet tool does not have,
// and what follows from those of the passes.
type options struct {
	workspace.Start
	scope

	passes    []*analysis.Analyzer // those that run
	passFlags []string             // flags of the passes and the engine that were set

	inMemory bool
	tags     string

	asksFixes bool // by a flag that says whether they are to be worked out

	fix, diff bool

	settings *settings.File // of the project, nil if it has none

	output
	comparison
}

// scope is what is looked at, and of what something is said.
type scope struct {
	packages []string // the patterns
	of       *finding.Only
}

// output is how findings are printed.
type output struct {
	targets format.Targets // all that are asked for, by any flag, once the flags are checked
	out     string
	json    bool
	github  bool
	sarif   string
	context int
	sort    string // the order of findings
}

// comparison is what findings are compared with, so that only new ones are shown.
type comparison struct {
	newFrom       string
	baseline      string
	writeBaseline string
}

// parse registers the command's flags and those of the passes, and parses the
// arguments. What the driver understands beside it ignores, too, so that a
// command line means the same to both.
func parse(args, packages []string, at workspace.Start) (*options, error) {
	o := &options{Start: at, scope: scope{packages: packages}}
	own := make(map[string]bool)
	flag.VisitAll(func(f *flag.Flag) { own[f.Name] = false }) // the engine's
	flag.BoolVar(&o.inMemory, "inmemory", false, "load everything from source, without the go command's cache")
	flag.StringVar(&o.tags, "tags", "", "comma-separated build tags")
	flag.BoolVar(&o.fix, "fix", false, "apply the first fix of each finding that has one")
	flag.BoolVar(&o.diff, "diff", false, "with -fix, show what would change instead")
	flag.Var(&o.targets, "format", "write findings in this format, to standard output or to a file, as in sarif:out.sarif; may be repeated")
	flag.StringVar(&o.out, "o", "", "write the one format to this file, - for standard output")
	flag.BoolVar(&o.json, "json", false, "write findings as JSON to standard output")
	flag.BoolVar(&o.github, "github", false, "write findings as annotations of GitHub Actions to standard output")
	flag.StringVar(&o.sarif, "sarif", "", "write findings as SARIF to this file, - for standard output")
	flag.StringVar(&o.sort, "sort", finding.ByFile, "the order of findings: file, or confidence, the likeliest first")
	flag.IntVar(&o.context, "c", -1, "show this many lines of source around each finding")
	flag.StringVar(&o.newFrom, "new-from", "", "report only what a change since this revision has brought")
	flag.StringVar(&o.baseline, "baseline", "", "leave out the findings in this file")
	flag.StringVar(&o.writeBaseline, "write-baseline", "", "write the findings to this file, to be left out from now on")
	for _, name := range []string{"source", "v"} { // old flags of vet
		flag.Bool(name, false, "no effect")
	}
	flag.VisitAll(func(f *flag.Flag) {
		if _, engines := own[f.Name]; !engines {
			own[f.Name] = true
		}
	})
	chosen := make(map[string]*bool)
	for _, a := range analyzers {
		chosen[a.Name] = flag.Bool(a.Name, true, "run this pass, and no others")
		a.Flags.VisitAll(func(f *flag.Flag) { flag.Var(f.Value, a.Name+"."+f.Name, f.Usage) })
	}
	if err := o.settle(); err != nil {
		return nil, err
	}
	if err := flag.CommandLine.Parse(args); err != nil {
		return nil, err
	}
	set := make(map[string]bool)
	flag.Visit(func(f *flag.Flag) {
		set[f.Name] = true
		if !own[f.Name] {
			name := f.Name
			if name == everything {
				name = "all"
			}
			o.passFlags = append(o.passFlags, "-"+name+"="+f.Value.String())
		}
	})
	o.passes, o.asksFixes = enabled(chosen, set), set["fixes"]
	return o, o.check()
}

// enabled returns the passes that run: those that are switched on by name, or
// else all that are not switched off.
func enabled(chosen map[string]*bool, set map[string]bool) []*analysis.Analyzer {
	byName := slices.ContainsFunc(slices.Collect(maps.Keys(chosen)), func(name string) bool {
		return set[name] && *chosen[name]
	})
	return slices.DeleteFunc(slices.Clone(analyzers), func(a *analysis.Analyzer) bool {
		return !*chosen[a.Name] || byName && !set[a.Name]
	})
}

// check finds the mistakes that the flag package does not, and hands -tags to
// each go command that is going to run.
func (o *options) check() error {
	if err := o.aim(); err != nil {
		return err
	}
	switch {
	case len(o.packages) == 0:
		return errors.New("no packages named: loglint ./... looks at the module in this directory")
	case !slices.Contains(finding.Orders, o.sort):
		return fmt.Errorf("-sort=%s: there is no such order; there are %s", o.sort, strings.Join(finding.Orders, ", "))
	case o.diff && !o.fix:
		return errors.New("-diff shows what -fix would change: it needs -fix")
	case o.fix && o.writeBaseline != "":
		return errors.New("-write-baseline takes findings down, and -fix mends them")
	case o.writeBaseline != "" && o.newFrom != "":
		return errors.New("-write-baseline takes all findings down, and -new-from leaves some out")
	case o.writeBaseline != "" && o.baseline != "":
		return errors.New("-write-baseline replaces the file, it does not need -baseline")
	case o.tags == "":
		return nil
	}
	flags, err := exec.Command("go", "env", "GOFLAGS").Output()
	if err != nil {
		return fmt.Errorf("go env GOFLAGS: %w", err)
	}
	return os.Setenv("GOFLAGS", strings.TrimSpace(string(flags)+" -tags="+o.tags))
}

// passNames returns the names of all passes, in the order in which their
// findings are shown.
func passNames() []string {
	var names []string
	for _, a := range analyzers {
		names = append(names, a.Name)
	}
	return names
}
