// Package coverage says which share of the paths of errors in a program leaves a trace.
//
// What test coverage is for lines, this is for failures: an error is born, it takes one path
// or another through the function, and at the end of each it was handed on, written down, or
// lost. The idea of a share is that of Errlog (Yuan and others, OSDI 2012), which found that
// 43 % of the failures which mature systems detect are logged.
//
// Its laws: a path has one fate; the numbers of a package are the sums of those of its paths,
// and those of a program the sums of those of its packages; and the order of what is reported
// depends on the source alone.
package coverage

// Form is the number of the form in which a [Report] is written as JSON. It changes when a
// field changes its meaning or goes away.
const Form = 1

// A Report is the error-path coverage of a program.
type Report struct {
	Form     int       `json:"form"`
	Version  string    `json:"version"` // of loglint
	Module   string    `json:"module"`
	Packages []Package `json:"packages"` // by path
	// Missing are packages that could not be analysed.
	Missing []Missing `json:"missing,omitempty"`
	// Least is the least probability of a finding that is shown.
	Least float64 `json:"least"`
}

// A Missing is a package that could not be analysed.
type Missing struct {
	Package string `json:"package"`
	Why     string `json:"why"`
}

// A Package is what is known of the errors of a package.
type Package struct {
	Path   string  `json:"path"`             // by which it is imported
	Errors []Error `json:"errors,omitempty"` // in the order of the source
}

// An Error is a place where an error is born in a function.
type Error struct {
	Range
	Origin
	Function string `json:"function"`       // that it is born in
	Role     string `json:"role,omitempty"` // what the function is for: request, worker, start-up, command, harness
	// Boundary is what kind of function it is if no error can be returned from it: handler,
	// goroutine, main, callback or deferred.
	Boundary string   `json:"boundary,omitempty"`
	Paths    []Path   `json:"paths"`
	Finding  *Finding `json:"finding,omitempty"` // what a pass says of it, shown or not
}

// A Range is a part of a file.
type Range struct {
	File      string `json:"file"` // as seen from the directory of the report, with slashes
	Line      int    `json:"line"`
	Column    int    `json:"column"` // counted in bytes, from 1
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

// An Origin is what an error comes from.
type Origin struct {
	Callee string `json:"callee,omitempty"` // what returns it; empty if it is not born in a call
	Class  string `json:"class"`            // environment, decoding, probe, likely, cleanup, computed or unknown
	From   string `json:"from,omitempty"`   // the callee of the callee that it may come from
	Does   string `json:"does,omitempty"`   // what that does in the world outside: "reads a file"
}

// A Path is one way that an error takes through the function it is born in.
type Path struct {
	Fate Fate `json:"fate"`
	// Lines are the lines that the path passes, from where the error is born to where it ends:
	// at most [defect.MaxLines] of them, in the order of the path.
	Lines []int `json:"lines"`
	// Traces are the calls that write the error down on this path.
	Traces []Trace `json:"traces,omitempty"`
	// Keeper is what keeps an error that escaped: "a channel", "(*Group).Add".
	Keeper string `json:"keeper,omitempty"`
	// Held names the rule by which a path that loses its error is not reported: "parse probe".
	Held string `json:"held,omitempty"`
}

// A Trace is a call that writes an error down.
type Trace struct {
	Line int    `json:"line"`
	By   string `json:"by"` // what is called
}

// A Finding is what a pass says of an error.
type Finding struct {
	Category    string     `json:"category"`
	Line        int        `json:"line"` // that it is reported at
	Message     string     `json:"message"`
	Instead     string     `json:"instead,omitempty"` // the part of the message that says what happens instead
	Probability float64    `json:"probability"`       // that a maintainer would act on it
	Shown       bool       `json:"shown"`             // at [Report.Least]
	Why         string     `json:"why"`               // it is shown, or not
	Evidence    []Evidence `json:"evidence,omitempty"`
	Fixes       []string   `json:"fixes,omitempty"`
}

// Evidence is a reason to believe, or to doubt, that a maintainer would act on a finding.
type Evidence struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"` // in log-odds
	Says   string  `json:"says"`
}
