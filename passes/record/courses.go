package record

import (
	"slices"

	"github.com/loglint/loglint/internal/defect"
)

// A Course is what becomes of one error, with its place.
type Course struct {
	Range
	Subject          defect.Subject
	Class            string
	From, Does, Func string
	Of               defect.Surroundings
	Paths            []defect.Path
	Found            int // the number of the finding that is about it, counted from 1; 0 if there is none
}

// A wireFunc is a function in which errors are born.
type wireFunc struct {
	Name     int   `json:"n"`
	Role     int   `json:"r,omitempty"`
	Boundary int   `json:"b,omitempty"` // one more than the number of its name
	Under    []int `json:"u,omitempty"`
	Test     bool  `json:"t,omitempty"`
}

// Most of a unit is courses: each is written as a row of numbers, of which those below are the
// first, and then those of its paths. Names are counted from 1, so that 0 is none. A range is
// written by how much later it ends, and lines by how much later they are than the one before.
const (
	atFile = iota
	atLine
	atColumn
	atLines
	atEndColumn
	atSubject
	atName
	atOwner
	atClass
	atFrom
	atDoes
	atFunc
	atFound
	atPaths
)

// Of a path the first numbers are these, and then come its traces, two each, and its lines.
const (
	atFate = iota
	atHeld
	atKeeper
	atTraces
	atPassed
	atRest
)

// courses writes courses with names that are shared with the rest of the unit.
func (n *names) courses(all []Course) ([]wireFunc, [][]int) {
	var funcs []wireFunc
	var rows [][]int
	optional := func(name string) int {
		if name == "" {
			return 0
		}
		return 1 + n.number(name)
	}
	last := make(map[string]int) // the course of which a function was written last, by its name
	of := make([]int, len(all))  // the number of the function of a course
	for i, c := range all {
		// Literals in a function may have its name, and not its role.
		if j, ok := last[c.Func]; ok && sameFunc(all[j], c) {
			of[i] = of[j]
		} else {
			f := wireFunc{Name: n.number(c.Func), Role: int(c.Of.Role), Boundary: optional(c.Of.Boundary), Test: c.Of.Test}
			for _, name := range c.Of.Under {
				f.Under = append(f.Under, n.number(name))
			}
			last[c.Func], of[i] = i, len(funcs)
			funcs = append(funcs, f)
		}
		row := []int{
			atFile: n.number(c.Pos.Filename), atLine: c.Pos.Line, atColumn: c.Pos.Column,
			atLines: c.End.Line - c.Pos.Line, atEndColumn: c.End.Column,
			atSubject: int(c.Subject.Kind), atName: optional(c.Subject.Name), atOwner: optional(c.Subject.Of),
			atClass: optional(c.Class), atFrom: optional(c.From), atDoes: optional(c.Does),
			atFunc: of[i], atFound: c.Found, atPaths: len(c.Paths),
		}
		for _, p := range c.Paths {
			row = append(row, int(p.Fate), int(p.Held), optional(p.Keeper), len(p.Traces), len(p.Lines))
			for _, trace := range p.Traces {
				row = append(row, trace.Line-c.Pos.Line, n.number(trace.Name))
			}
			before := c.Pos.Line
			for _, line := range p.Lines {
				row = append(row, line-before)
				before = line
			}
		}
		rows = append(rows, row)
	}
	return funcs, rows
}

// sameFunc reports whether two courses are of one function, as far as what is written of it goes.
func sameFunc(a, b Course) bool {
	return a.Func == b.Func && a.Of.Role == b.Of.Role && a.Of.Boundary == b.Of.Boundary && a.Of.Test == b.Of.Test && slices.Equal(a.Of.Under, b.Of.Under)
}

// courses reads what [names.courses] has written.
func (r *reader) courses(funcs []wireFunc, rows [][]int, findings int) []Course {
	var all []Course
	for _, row := range rows {
		if len(row) < atPaths+1 {
			r.broken = true
			return nil
		}
		start := r.position(row)
		c := Course{
			Range:   Range{start, start},
			Subject: defect.Subject{Kind: defect.SubjectKind(row[atSubject]), Name: r.optional(row[atName]), Of: r.optional(row[atOwner])},
			Class:   r.optional(row[atClass]), From: r.optional(row[atFrom]), Does: r.optional(row[atDoes]),
			Found: r.below(row[atFound], findings+1),
		}
		c.End.Line += row[atLines]
		c.End.Column = row[atEndColumn]
		if of := r.below(row[atFunc], len(funcs)); of < len(funcs) {
			f := funcs[of]
			c.Func = r.name(f.Name)
			c.Of = defect.Surroundings{Role: defect.Role(f.Role), Boundary: r.optional(f.Boundary), Test: f.Test}
			for _, name := range f.Under {
				c.Of.Under = append(c.Of.Under, r.name(name))
			}
		}
		rest := row[atPaths+1:]
		for range row[atPaths] {
			var p defect.Path
			if p, rest = r.path(rest, c.Pos.Line); r.broken {
				return nil
			}
			c.Paths = append(c.Paths, p)
		}
		all = append(all, c)
	}
	return all
}

// path reads a path of an error that is born at a line, and returns what follows it.
func (r *reader) path(row []int, born int) (defect.Path, []int) {
	if len(row) < atRest || row[atTraces] < 0 || row[atPassed] < 0 || row[atTraces] > len(row) || len(row) < atRest+2*row[atTraces]+row[atPassed] {
		r.broken = true
		return defect.Path{}, nil
	}
	p := defect.Path{Fate: defect.Fate(r.below(row[atFate], int(defect.EndOfFates))), Held: defect.Held(row[atHeld]), Keeper: r.optional(row[atKeeper])}
	traces, passed := row[atRest:atRest+2*row[atTraces]], row[atRest+2*row[atTraces]:]
	for pair := range slices.Chunk(traces, 2) {
		p.Traces = append(p.Traces, defect.Callee{Line: born + pair[0], Name: r.name(pair[1])})
	}
	last := born
	for _, later := range passed[:row[atPassed]] {
		last += later
		p.Lines = append(p.Lines, last)
	}
	return p, passed[row[atPassed]:]
}

// optional looks up a name that need not be there.
func (r *reader) optional(i int) string {
	if i == 0 {
		return ""
	}
	return r.name(i - 1)
}
