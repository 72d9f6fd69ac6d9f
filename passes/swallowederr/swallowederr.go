package swallowederr

import (
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/report"
)

// Analyzer reports errors that are lost on the way.
var Analyzer = &analysis.Analyzer{
	Name:     "swallowederr",
	Doc:      doc,
	URL:      "https://pkg.go.dev/github.com/loglint/loglint/passes/swallowederr",
	Flags:    switches.Flags(),
	Run:      run,
	Requires: []*analysis.Analyzer{errfate.Analyzer},
}

var switches = report.Switches{
	{Category: defect.CatDropped, Doc: "errors that are checked and then forgotten"},
	{Category: defect.CatDiscarded, Doc: "errors that nothing looks at"},
	{Category: defect.CatOverwritten, Doc: "errors whose variable is assigned again before anything looks at them"},
	{Category: defect.CatReplaced, Doc: "errors in whose place another one is returned"},
	{Category: defect.CatNoValue, Doc: "log lines in an error branch that lack the error"},
}

func run(pass *analysis.Pass) (any, error) {
	report.Broken(pass)
	return report.Run(pass)
}
