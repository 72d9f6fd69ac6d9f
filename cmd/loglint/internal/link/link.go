// Package link puts together what the packages of a program say of each
// other's errors, and none of them knows alone.
//
// A handler that calls a method of an interface cannot see whether the store
// behind it has logged the error that it returns: it does not import the package
// that implements it. The engine says of such a finding through which methods
// its error comes, and of each type what its methods do. [Pass] makes both
// reach the command as diagnostics, since the go command hands nothing else on;
// [Findings] reads them, and leaves out the findings whose error all that
// implements those methods has logged, or cannot return. Those of which the
// interface alone tells too little stay only if something that implements it
// returns errors of the world outside.
//
// Its laws: a finding that is shown without it is left out only if at least one
// type implements each method that it depends on, and all that do are known to lose
// nothing; what is said does not depend on the order of the packages; and no record
// reaches the user.
package link

import (
	"encoding/json"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/passes/errfate"
)

// Pass writes down what the engine knows of the package's types, and what each
// finding depends on. Its diagnostics are for [Findings].
var Pass = &analysis.Analyzer{
	Name:     "link",
	Doc:      "say what other packages need to know\n\nThe command runs this for itself.",
	Requires: []*analysis.Analyzer{errfate.Analyzer},
	Run:      run,
}

// ofTypes is the category of the record of a package's types. That of the record
// of a finding is the finding's.
const ofTypes = "types"

func run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[errfate.Analyzer].(*errfate.Result)
	if len(result.Types) > 0 {
		text, err := json.Marshal(result.Types)
		if err != nil {
			return nil, err
		}
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Category: ofTypes, Message: string(text)})
	}
	for _, f := range result.Findings {
		_, raised := f.Raised()
		if len(f.Through) == 0 || !f.Shown() && !raised {
			continue
		}
		text, err := json.Marshal(record{f.Through, raised})
		if err != nil {
			return nil, err
		}
		pass.Report(analysis.Diagnostic{Pos: f.Pos, Category: string(f.Category), Message: string(text)})
	}
	return nil, nil
}

// A record is what a finding depends on.
type record struct {
	Through []string
	Raised  bool `json:",omitempty"` // it is reported only if the world outside is reached
}

// Findings returns the findings without the records, and without those that the
// records show to be none.
func Findings(all []finding.Finding) ([]finding.Finding, error) {
	type place struct {
		pos      finding.Position
		category string
	}
	depends := make(map[place]record)
	var types []errfate.Type
	var findings []finding.Finding
	for _, f := range all {
		switch {
		case f.Pass != Pass.Name:
			findings = append(findings, f)
		case f.Category == ofTypes:
			var some []errfate.Type
			if err := json.Unmarshal([]byte(f.Message), &some); err != nil {
				return nil, err
			}
			types = append(types, some...)
		default:
			var r record
			if err := json.Unmarshal([]byte(f.Message), &r); err != nil {
				return nil, err
			}
			at := place{f.Pos, f.Category}
			if other, ok := depends[at]; ok {
				r = record{append(r.Through, other.Through...), r.Raised && other.Raised}
			}
			depends[at] = r
		}
	}
	if len(depends) == 0 {
		return findings, nil
	}
	p := newProgram(types)
	settled := p.settle(errfate.AllLogged, errfate.NoneLost)
	logged := p.settle(errfate.AllLogged)
	outside := p.outside()
	return slices.DeleteFunc(findings, func(f finding.Finding) bool {
		r := depends[place{f.Pos, f.Category}]
		methods := r.Through
		if r.Raised && !outside.any(methods) {
			return true
		}
		switch errfate.Category(f.Category) {
		case errfate.CatNoValue, errfate.CatOverwritten:
			return len(methods) > 0 && logged.all(methods) // a mistake with any error
		}
		return len(methods) > 0 && settled.all(methods)
	}), nil
}
