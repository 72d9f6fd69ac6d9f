package nolog

import (
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/report"
)

// Analyzer reports errors that reach a boundary where nobody writes them
// down.
var Analyzer = &analysis.Analyzer{
	Name:     "nolog",
	Doc:      doc,
	URL:      "https://pkg.go.dev/github.com/loglint/loglint/passes/nolog",
	Flags:    switches.Flags(),
	Run:      report.Run,
	Requires: []*analysis.Analyzer{errfate.Analyzer},
}

var switches = report.Switches{
	{Category: defect.CatAnswered, Doc: "errors that a client is answered for and nothing logs"},
	{Category: defect.CatExit, Doc: "errors that end the program and nothing prints or logs"},
	{Category: defect.CatGoroutine, Doc: "errors that end a goroutine and nothing logs"},
	{Category: defect.CatRecovered, Doc: "recovered panics that nothing logs"},
	{Category: defect.CatCallback, Doc: "errors that end in a callback or deferred function and nothing logs"},
}
