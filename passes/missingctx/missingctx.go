package missingctx

import (
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/report"
)

// Analyzer reports log lines that cannot be tied to the request they are
// written for.
var Analyzer = &analysis.Analyzer{
	Name:     "missingctx",
	Doc:      doc,
	URL:      "https://pkg.go.dev/github.com/loglint/loglint/passes/missingctx",
	Flags:    switches.Flags(),
	Run:      report.Run,
	Requires: []*analysis.Analyzer{errfate.Analyzer},
}

var switches = report.Switches{
	{Category: defect.CatNoContext, Doc: "log calls that have a variant with a context, where the request's is in reach"},
	{Category: defect.CatBackground, Doc: "log calls that are given context.Background() where the request's is in reach"},
	{Category: defect.CatHelper, Doc: "calls of helpers that log without a context and take none"},
	{Category: defect.CatAnonymous, Doc: "warnings and errors logged in a handler with no data of the request"},
}
