// Package record writes down what was found in a package, all of it, for whoever
// selects from it later: the command, whose runs of the go command keep what they
// print.
//
// Its laws: what [Unit.Encode] writes, [Decode] reads back; what is written does not
// depend on any flag that only selects findings or words them; and what another
// version wrote is refused, not guessed at.
package record

import (
	"encoding/json"
	"fmt"
	"go/token"
	"strings"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

// A Unit is what was found in a package.
type Unit struct {
	Findings []Finding
	Courses  []Course // of all errors, in the order of the source
	Ignores  []Ignore
	Problems []Note // directives that cannot be obeyed
	Failures []Note // functions whose analysis was given up
	Types    []defect.Type
	Package  defect.Package
}

// A Finding is one with its place and its fixes.
type Finding struct {
	selection.Finding
	Range
	// First and Last are the lines of the part of the function that it is about.
	First, Last int
	Fixes       []Fix
}

// An Ignore is one with its place.
type Ignore struct {
	selection.Ignore
	Range
}

// A Note is something else that is to be said of a place.
type Note struct {
	Range
	Text string
}

// A Range is a part of a file, as a user is shown it.
type Range struct{ Pos, End token.Position }

// A Fix is one that is suggested; its edits count bytes.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces the bytes of a file from Start up to End.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// prefix begins what is written. The number is that of the form, which changes
// with each change of the types below and of the numbers of evidence.
const prefix = "loglint-unit/8 "

// The form that is written: short names, and the names of files and methods once.
type (
	wireUnit struct {
		Names    []string       `json:"n,omitempty"`
		Findings []wireFinding  `json:"f,omitempty"`
		Funcs    []wireFunc     `json:"u,omitempty"`
		Courses  [][]int        `json:"c,omitempty"`
		Ignores  []wireIgnore   `json:"i,omitempty"`
		Problems []wireNote     `json:"p,omitempty"`
		Failures []wireNote     `json:"x,omitempty"`
		Types    []defect.Type  `json:"t,omitempty"`
		Package  defect.Package `json:"g,omitzero"`
		Flows    [][3]int       `json:"w,omitempty"` // from, what it comes by, to
	}
	wireFinding struct {
		Range    wireRange        `json:"r"`
		Lines    []int            `json:"l,omitempty"` // first and last, unless those of the range
		Category defect.Category  `json:"c"`
		Says     defect.Statement `json:"m"`
		Evidence []int            `json:"e,omitempty"`
		Test     bool             `json:"t,omitempty"`
		wireLinked
		Ignores []int     `json:"i,omitempty"`
		Fixes   []wireFix `json:"f,omitempty"`
	}
	wireLinked struct {
		Through []int           `json:"o,omitempty"`
		Under   []int           `json:"u,omitempty"`
		Callee  int             `json:"a,omitempty"` // one more than the number of its name
		Reads   []int           `json:"k,omitempty"`
		By      defect.Protocol `json:"p,omitempty"`
		Within  int             `json:"w,omitempty"` // 1 more than the number of the name
	}
	wireIgnore struct {
		Range      wireRange `json:"r"`
		Categories []string  `json:"c"`
		Test       bool      `json:"t,omitempty"`
		Nolint     bool      `json:"n,omitempty"`
		Linter     bool      `json:"l,omitempty"`
	}
	wireNote struct {
		Range wireRange `json:"r"`
		Text  string    `json:"m"`
	}
	wireFix struct {
		Message string     `json:"m"`
		Edits   []wireEdit `json:"e"`
	}
	wireEdit struct {
		At  [3]int `json:"r"` // file, start, end
		New string `json:"n,omitempty"`
	}
	// wireRange is file, line, column; and, unless it is the same place, file,
	// line, column of the end.
	wireRange []int
)

// Encode writes the unit as one line of text.
func (u Unit) Encode() (string, error) {
	var n names
	var w wireUnit
	for _, f := range u.Findings {
		wf := wireFinding{
			Range: n.of(f.Range), Category: f.Category, Says: f.Says, Test: f.Test, Ignores: f.Ignores, wireLinked: wireLinked{By: f.By},
		}
		if f.First != f.Pos.Line || f.Last != f.End.Line {
			wf.Lines = []int{f.First, f.Last}
		}
		for _, ev := range f.Evidence {
			wf.Evidence = append(wf.Evidence, int(ev))
		}
		for _, method := range f.Through {
			wf.Through = append(wf.Through, n.number(method))
		}
		for _, name := range f.Under {
			wf.Under = append(wf.Under, n.number(name))
		}
		if f.Callee != "" {
			wf.Callee = n.number(f.Callee) + 1
		}
		if f.Within != "" {
			wf.Within = 1 + n.number(f.Within)
		}
		for _, key := range f.Reads {
			wf.Reads = append(wf.Reads, n.number(key))
		}
		for _, fix := range f.Fixes {
			to := wireFix{Message: fix.Message}
			for _, e := range fix.Edits {
				to.Edits = append(to.Edits, wireEdit{[3]int{n.number(e.File), e.Start, e.End}, e.New})
			}
			wf.Fixes = append(wf.Fixes, to)
		}
		w.Findings = append(w.Findings, wf)
	}
	for _, ig := range u.Ignores {
		w.Ignores = append(w.Ignores, wireIgnore{n.of(ig.Range), ig.Categories, ig.Test, ig.Nolint, ig.Linter})
	}
	for _, note := range u.Problems {
		w.Problems = append(w.Problems, wireNote{n.of(note.Range), note.Text})
	}
	for _, note := range u.Failures {
		w.Failures = append(w.Failures, wireNote{n.of(note.Range), note.Text})
	}
	for _, flow := range u.Package.Flows {
		w.Flows = append(w.Flows, [3]int{n.number(flow.From), int(flow.Of), n.number(flow.To)})
	}
	w.Funcs, w.Courses = n.courses(u.Courses)
	w.Names, w.Types, w.Package = n.list, u.Types, u.Package
	var b strings.Builder
	b.WriteString(prefix)
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(w); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// Decode reads a unit.
func Decode(text string) (Unit, error) {
	body, ok := strings.CutPrefix(text, prefix)
	if !ok {
		return Unit{}, fmt.Errorf("what was found is not in the form %q", strings.TrimSpace(prefix))
	}
	var w wireUnit
	if err := json.Unmarshal([]byte(body), &w); err != nil {
		return Unit{}, fmt.Errorf("what was found: %w", err)
	}
	r := reader{names: w.Names}
	u := Unit{Types: w.Types, Package: w.Package}
	for _, flow := range w.Flows {
		u.Package.Flows = append(u.Package.Flows, defect.Flow{From: r.name(flow[0]), Of: defect.Protocol(r.below(flow[1], int(defect.Reconciling)+1)), To: r.name(flow[2])})
	}
	for _, wf := range w.Findings {
		f := Finding{Range: r.rangeOf(wf.Range)}
		f.First, f.Last = f.Pos.Line, f.End.Line
		if len(wf.Lines) == 2 {
			f.First, f.Last = wf.Lines[0], wf.Lines[1]
		}
		f.Category, f.Says, f.Test, f.Ignores, f.By = wf.Category, wf.Says, wf.Test, wf.Ignores, wf.By
		for _, ev := range wf.Evidence {
			f.Evidence = append(f.Evidence, defect.Evidence(r.below(ev, len(defect.Evidences()))))
		}
		for _, method := range wf.Through {
			f.Through = append(f.Through, r.name(method))
		}
		for _, name := range wf.Under {
			f.Under = append(f.Under, r.name(name))
		}
		if wf.Callee != 0 {
			f.Callee = r.name(wf.Callee - 1)
		}
		if wf.Within > 0 {
			f.Within = r.name(wf.Within - 1)
		}
		for _, key := range wf.Reads {
			f.Reads = append(f.Reads, r.name(key))
		}
		for _, ig := range wf.Ignores {
			r.below(ig, len(w.Ignores))
		}
		for _, fix := range wf.Fixes {
			to := Fix{Message: fix.Message}
			for _, e := range fix.Edits {
				to.Edits = append(to.Edits, Edit{r.name(e.At[0]), e.At[1], e.At[2], e.New})
			}
			f.Fixes = append(f.Fixes, to)
		}
		u.Findings = append(u.Findings, f)
	}
	for _, ig := range w.Ignores {
		u.Ignores = append(u.Ignores, Ignore{selection.Ignore{Categories: ig.Categories, Test: ig.Test, Nolint: ig.Nolint, Linter: ig.Linter}, r.rangeOf(ig.Range)})
	}
	for _, note := range w.Problems {
		u.Problems = append(u.Problems, Note{r.rangeOf(note.Range), note.Text})
	}
	for _, note := range w.Failures {
		u.Failures = append(u.Failures, Note{r.rangeOf(note.Range), note.Text})
	}
	u.Courses = r.courses(w.Funcs, w.Courses, len(w.Findings))
	if r.broken {
		return Unit{}, fmt.Errorf("what was found names something that is not there")
	}
	return u, nil
}

// names numbers the names that a unit has written down.
type names struct {
	list    []string
	numbers map[string]int
}

func (n *names) number(name string) int {
	i, ok := n.numbers[name]
	if !ok {
		if n.numbers == nil {
			n.numbers = make(map[string]int)
		}
		i = len(n.list)
		n.numbers[name] = i
		n.list = append(n.list, name)
	}
	return i
}

func (n *names) of(r Range) wireRange {
	w := wireRange{n.number(r.Pos.Filename), r.Pos.Line, r.Pos.Column}
	if r.End != r.Pos {
		w = append(w, n.number(r.End.Filename), r.End.Line, r.End.Column)
	}
	return w
}

// A reader looks the numbers up again, and remembers if one is none.
type reader struct {
	names  []string
	broken bool
}

func (r *reader) below(i, n int) int {
	if i < 0 || i >= n {
		r.broken = true
		return 0
	}
	return i
}

func (r *reader) name(i int) string {
	if i < 0 || i >= len(r.names) {
		r.broken = true
		return ""
	}
	return r.names[i]
}

func (r *reader) rangeOf(w wireRange) Range {
	if len(w) != 3 && len(w) != 6 {
		r.broken = true
		return Range{}
	}
	p := r.position(w)
	if len(w) == 3 {
		return Range{p, p}
	}
	return Range{p, r.position(w[3:])}
}

func (r *reader) position(w wireRange) token.Position {
	return token.Position{Filename: r.name(w[0]), Line: w[1], Column: w[2]}
}
