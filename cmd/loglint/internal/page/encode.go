package page

import "github.com/loglint/loglint/cmd/loglint/internal/coverage"

// A document is a report in the form in which it is embedded: in columns, each a list of
// small numbers that compress well, and with each text once. A text is named by its number in
// Strings, of which number 0 is the empty one; a fate by its number in Fates.
//
// What belongs to an error stands in the order of the errors, and each error says how many
// there are: so no list of lists is needed.
type document struct {
	Version  string      `json:"version"`
	Module   string      `json:"module"`
	Least    float64     `json:"least"`
	Missing  [][2]string `json:"missing"` // package, and why
	Fates    []fate      `json:"fates"`
	Strings  []string    `json:"strings"`
	Files    files       `json:"files"`
	Packages packages    `json:"packages"`
	Errors   errors      `json:"errors"`
	Paths    paths       `json:"paths"`
	Findings findings    `json:"findings"`
}

type packages struct {
	Path   []string `json:"path"`
	Errors []int    `json:"errors"` // how many
}

type errors struct {
	Range    ranges `json:"range"`
	Callee   []int  `json:"callee"`
	Class    []int  `json:"class"`
	From     []int  `json:"from"`
	Does     []int  `json:"does"`
	Function []int  `json:"function"`
	Role     []int  `json:"role"`
	Boundary []int  `json:"boundary"`
	Paths    []int  `json:"paths"`   // how many
	Finding  []int  `json:"finding"` // how many: 1 or 0
}

type ranges struct {
	File      []int `json:"file"`
	Line      []int `json:"line"`
	Column    []int `json:"column"`
	EndLine   []int `json:"endLine"`
	EndColumn []int `json:"endColumn"`
}

type paths struct {
	Fate      []int `json:"fate"`
	Lines     []int `json:"lines"` // how many
	Steps     []int `json:"steps"` // each line as the difference to the one before it; the first, to the line of the error
	Traces    []int `json:"traces"`
	TraceLine []int `json:"traceLine"`
	TraceBy   []int `json:"traceBy"`
	Keeper    []int `json:"keeper"`
	Held      []int `json:"held"`
}

type findings struct {
	Category    []int     `json:"category"`
	Line        []int     `json:"line"`
	Message     []int     `json:"message"`
	Instead     []int     `json:"instead"`
	Probability []float64 `json:"probability"`
	Shown       []int     `json:"shown"`
	Why         []int     `json:"why"`
	Evidence    []int     `json:"evidence"` // how many
	Reasons     reasons   `json:"reasons"`
	Fixes       []int     `json:"fixes"` // how many
	FixText     []int     `json:"fixText"`
}

type reasons struct {
	Name   []int     `json:"name"`
	Weight []float64 `json:"weight"`
	Says   []int     `json:"says"`
}

// encode puts a report into columns, and has the files that it names read.
func encode(report coverage.Report, sources *sources) *document {
	x := &encoder{
		doc:     &document{Version: report.Version, Module: report.Module, Least: report.Least, Strings: []string{""}},
		sources: sources,
		strings: map[string]int{"": 0},
		fates:   make(map[coverage.Fate]int),
	}
	for _, m := range report.Missing {
		x.doc.Missing = append(x.doc.Missing, [2]string{m.Package, m.Why})
	}
	for _, f := range coverage.Fates {
		x.fate(f)
	}
	for _, p := range report.Packages {
		x.doc.Packages.Path = append(x.doc.Packages.Path, p.Path)
		x.doc.Packages.Errors = append(x.doc.Packages.Errors, len(p.Errors))
		for _, e := range p.Errors {
			x.error(e)
		}
	}
	x.doc.Files = sources.files
	return x.doc
}

// An encoder knows which numbers have been given to what.
type encoder struct {
	doc     *document
	sources *sources
	strings map[string]int
	fates   map[coverage.Fate]int
}

// text returns the number of a text.
func (x *encoder) text(s string) int {
	n, ok := x.strings[s]
	if !ok {
		n = len(x.doc.Strings)
		x.strings[s] = n
		x.doc.Strings = append(x.doc.Strings, s)
	}
	return n
}

// fate returns the number of a fate.
func (x *encoder) fate(f coverage.Fate) int {
	n, ok := x.fates[f]
	if !ok {
		n = len(x.doc.Fates)
		x.fates[f] = n
		x.doc.Fates = append(x.doc.Fates, describe(f))
	}
	return n
}

func (x *encoder) error(e coverage.Error) {
	to, place := &x.doc.Errors, &x.doc.Errors.Range
	add(&place.File, x.sources.number(e.File))
	add(&place.Line, e.Line)
	add(&place.Column, e.Column)
	add(&place.EndLine, e.EndLine)
	add(&place.EndColumn, e.EndColumn)
	add(&to.Callee, x.text(e.Callee))
	add(&to.Class, x.text(e.Class))
	add(&to.From, x.text(e.From))
	add(&to.Does, x.text(e.Does))
	add(&to.Function, x.text(e.Function))
	add(&to.Role, x.text(e.Role))
	add(&to.Boundary, x.text(e.Boundary))
	add(&to.Paths, len(e.Paths))
	for _, p := range e.Paths {
		x.path(e, p)
	}
	if e.Finding == nil {
		add(&to.Finding, 0)
		return
	}
	add(&to.Finding, 1)
	x.finding(*e.Finding)
}

func (x *encoder) path(e coverage.Error, p coverage.Path) {
	to := &x.doc.Paths
	add(&to.Fate, x.fate(p.Fate))
	add(&to.Lines, len(p.Lines))
	before := e.Line
	for _, line := range p.Lines {
		add(&to.Steps, line-before)
		before = line
	}
	add(&to.Traces, len(p.Traces))
	for _, t := range p.Traces {
		add(&to.TraceLine, t.Line)
		add(&to.TraceBy, x.text(t.By))
	}
	add(&to.Keeper, x.text(p.Keeper))
	add(&to.Held, x.text(p.Held))
}

func (x *encoder) finding(f coverage.Finding) {
	to := &x.doc.Findings
	add(&to.Category, x.text(f.Category))
	add(&to.Line, f.Line)
	add(&to.Message, x.text(f.Message))
	add(&to.Instead, x.text(f.Instead))
	add(&to.Probability, f.Probability)
	shown := 0
	if f.Shown {
		shown = 1
	}
	add(&to.Shown, shown)
	add(&to.Why, x.text(f.Why))
	add(&to.Evidence, len(f.Evidence))
	for _, ev := range f.Evidence {
		add(&to.Reasons.Name, x.text(ev.Name))
		add(&to.Reasons.Weight, ev.Weight)
		add(&to.Reasons.Says, x.text(ev.Says))
	}
	add(&to.Fixes, len(f.Fixes))
	for _, fix := range f.Fixes {
		add(&to.FixText, x.text(fix))
	}
}

func add[T any](column *[]T, value T) { *column = append(*column, value) }
