package errfate

import (
	"encoding/json"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/callee"
	"github.com/loglint/loglint/passes/internal/fates"
)

// CalleeAnalyzer returns an analyzer that writes down what the engine holds the functions of a name to do
// with errors: for each, one diagnostic, which is a [defect.Contract] as JSON. A package that declares
// none has none.
func CalleeAnalyzer(name string) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     "loglintcallee",
		Doc:      "write down what a function is held to do with errors, for loglint itself",
		Requires: []*analysis.Analyzer{fates.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			pkg := pass.ResultOf[fates.Analyzer].(*fates.Package)
			if pkg != nil && pkg.Err != nil {
				return nil, pkg.Err
			}
			for _, fn := range callee.Named(pass.Pkg, name) {
				text, err := json.Marshal(callee.Contract(pass.Fset, pkg, fn))
				if err != nil {
					return nil, err
				}
				pass.Report(analysis.Diagnostic{Pos: fn.Pos(), Message: string(text)})
			}
			return nil, nil
		},
	}
}
