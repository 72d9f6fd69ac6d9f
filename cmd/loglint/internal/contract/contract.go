// Package contract asks the engine what it holds a function to do with errors.
package contract

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/inmemory"
	"github.com/loglint/loglint/cmd/loglint/internal/manual"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
)

// Asked returns what -callee of explain is given, and the other arguments.
func Asked(args []string) (name string, rest []string, asked bool) {
	for i, arg := range args {
		flag, ok := manual.NameOf(arg)
		if !ok || flag != "callee" {
			continue
		}
		if _, value, has := strings.Cut(arg, "="); has {
			return value, slices.Delete(slices.Clone(args), i, i+1), true
		}
		if i+1 < len(args) {
			return args[i+1], slices.Delete(slices.Clone(args), i, i+2), true
		}
		return "", args, true
	}
	return "", args, false
}

// Of returns the contracts of the functions that a name may mean: of the module here, or of a package that it
// can import. The report says what could not be analysed.
func Of(name string) ([]defect.Contract, finding.Report, error) {
	patterns := []string{"./..."}
	if pkg := packageOf(name); pkg != "" {
		patterns = []string{pkg}
	}
	if err := workspace.CheckPatterns(patterns); err != nil {
		return nil, finding.Report{}, err
	}
	d := &inmemory.Driver{Passes: []*analysis.Analyzer{errfate.CalleeAnalyzer(name)}, Tabled: errfate.Tabled}
	report, err := d.Run(patterns...)
	if err != nil {
		return nil, report, err
	}
	var found []defect.Contract
	for _, f := range report.Findings {
		var c defect.Contract
		if err := json.Unmarshal([]byte(f.Message), &c); err != nil {
			return nil, report, err
		}
		if !slices.ContainsFunc(found, func(other defect.Contract) bool { return other.Name == c.Name }) { // of variants of a package
			found = append(found, c)
		}
	}
	if len(found) == 0 {
		err = fmt.Errorf("-callee: no function %s is declared in %s: a name is written Save, Store.Save, os.WriteFile or, of a package that is not of this module, with its whole path",
			name, strings.Join(patterns, " "))
	}
	return found, report, err
}

// packageOf returns the import path that begins a name: go.uber.org/zap of go.uber.org/zap.Logger.Error,
// os of os.WriteFile where no package here is called os; "" if the name has none.
func packageOf(name string) string {
	name = strings.NewReplacer("(", "", ")", "", "*", "").Replace(name)
	dir, last := "", name
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		dir, last = name[:i+1], name[i+1:]
	}
	pkg, _, qualified := strings.Cut(last, ".")
	if !qualified || dir == "" && !workspace.IsStandard(pkg) {
		return ""
	}
	return dir + pkg
}
