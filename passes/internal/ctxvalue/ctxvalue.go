// Package ctxvalue says what contexts carry: under which keys functions find values in the
// contexts that they are given, and what puts values there before requests are handled.
//
// Its laws: a key that is computed is unknown, and nothing is concluded from it; a
// function of which nothing is known may look for anything; what is put into a context in
// a test counts for nothing.
package ctxvalue

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/funcfact"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
)

// Analyzer finds the values that the functions of a package put into contexts and look for
// there. Its result is an [*Index], nil where there are no functions to look at.
var Analyzer = &analysis.Analyzer{
	Name:       "errctxvalue",
	Doc:        "find which values contexts carry, for errfate",
	Run:        run,
	Requires:   []*analysis.Analyzer{fates.Analyzer},
	FactTypes:  []analysis.Fact{(*Values)(nil), (*Carriers)(nil)},
	ResultType: reflect.TypeFor[*Index](),
}

// maxRounds bounds how often the functions of a package are looked at anew.
const maxRounds = 6

// Values are the fact that is exported for a function.
type Values struct {
	// Reads are the keys of the values that it looks for in the context, or request,
	// that it is given, in order; [defect.UnknownKey] is among them if there may be others.
	Reads []string
	// Puts are the values that the context, or request, which it returns has more than
	// what it was given, and Sets those that the request itself has from then on, in order
	// of their keys.
	Puts, Sets []Put
	// Stands says that it puts values into the contexts of requests that it hands on, or
	// makes what does.
	Stands bool
}

// A Put is a value that is put into a context.
type Put struct {
	Key    string
	Fields []string // what a logger adds to its lines, as far as it is seen
}

// AFact marks Values as a fact.
func (*Values) AFact() {}

// Informative reports whether the values tell an importer anything that the absence of a
// fact does not.
func (v *Values) Informative() bool { return len(v.Reads)+len(v.Puts)+len(v.Sets) > 0 || v.Stands }

// String renders the values for tests.
func (v *Values) String() string {
	var parts []string
	if len(v.Reads) > 0 {
		parts = append(parts, "reads "+strings.Join(v.Reads, ", "))
	}
	for _, p := range v.Puts {
		parts = append(parts, strings.Join(append([]string{"puts " + p.Key}, p.Fields...), " "))
	}
	for _, p := range v.Sets {
		parts = append(parts, strings.Join(append([]string{"sets " + p.Key}, p.Fields...), " "))
	}
	if v.Stands {
		parts = append(parts, "stands before handlers")
	}
	return strings.Join(parts, "; ")
}

// Carriers are the fact that is exported for a package: what puts values into contexts in
// it, and in those of its module that it imports, and which of these functions they use.
type Carriers struct {
	All  defect.Carriers
	Uses []string
}

// AFact marks Carriers as a fact.
func (*Carriers) AFact() {}

// String renders the carriers for tests.
func (c *Carriers) String() string {
	var parts []string
	for _, c := range c.All {
		part := c.By + " carries " + c.Key
		if len(c.Fields) > 0 {
			part += " with " + strings.Join(c.Fields, ", ")
		}
		if len(c.Needs) > 0 {
			part += " of " + strings.Join(c.Needs, ", ")
		}
		if !c.OnWay {
			part += " somewhere"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}

// An Index says what contexts carry, as a package sees it.
type Index struct {
	*fates.Package
	values *funcfact.Book[Values, *Values]
	// Own are the carriers of the package, and Uses the functions among those of its module
	// that it uses. All are the carriers that are used, as far as the package and those
	// that it imports use them, in order.
	Own, All defect.Carriers
	Uses     []string
	// Flows are the calls of the package that are given contexts.
	Flows []defect.Flow
}

func run(pass *analysis.Pass) (any, error) {
	pkg := pass.ResultOf[fates.Analyzer].(*fates.Package)
	if pkg == nil || pkg.Err != nil {
		return (*Index)(nil), nil
	}
	x := &Index{
		Package: pkg,
		values:  funcfact.New(pass, pkg.Program, funcfact.Kind[Values]{Join: join, FromTable: func(*types.Func, known.Effect) *Values { return nil }}),
	}
	if program.IsDependency(pass) {
		return x, nil
	}
	x.solve()
	found := &finder{x}
	x.Own, x.Uses, x.Flows = found.carriers(), found.uses(), found.flows()
	x.values.Export()
	all := Carriers{x.Own, x.Uses}
	for _, imp := range pass.Pkg.Imports() {
		if c := new(Carriers); x.SameModule(imp) && pass.ImportPackageFact(imp, c) {
			all.All, all.Uses = append(slices.Clip(all.All), c.All...), union(all.Uses, c.Uses)
		}
	}
	x.All = all.All.Used(all.Uses)
	if all.All = all.All.Distinct(); len(all.All) > 0 {
		pass.ExportPackageFact(&all)
	}
	return x, nil
}

// solve looks at the functions of the package, callees first, until nothing changes.
func (x *Index) solve() {
	order := x.BottomUp()
	for _, fn := range order {
		x.values.Own[fn] = new(Values)
	}
	for round, changed := 0, true; changed && round < maxRounds; round++ {
		changed = false
		for _, fn := range order {
			var v Values
			if why := program.Guard(fn, func() { v = Values{Reads: x.read(fn), Puts: x.put(fn), Sets: x.set(fn)} }); why != nil {
				continue // which the rooms that report say
			}
			if !reflect.DeepEqual(*x.values.Own[fn], v) {
				*x.values.Own[fn] = v
				changed = true
			}
		}
		changed = len(x.values.JoinMethods()) > 0 || changed
	}
}

// join joins what several functions do of which any may be called: what any of them looks
// for, and what all put there.
func join(all []*Values) *Values {
	var joined *Values
	for _, v := range all {
		switch {
		case v == nil:
			return nil
		case joined == nil:
			first := *v
			joined = &first
			continue
		}
		joined.Reads = union(joined.Reads, v.Reads)
		joined.Puts = both(joined.Puts, v.Puts)
		joined.Sets = both(joined.Sets, v.Sets)
	}
	return joined
}

// both returns the values that both have.
func both(a, b []Put) []Put {
	var out []Put
	for _, p := range a {
		if slices.ContainsFunc(b, func(q Put) bool { return p.Key == q.Key }) {
			out = append(out, p)
		}
	}
	return out
}

// union returns the keys of both, in order.
func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// add adds values to others, in order of their keys. Of two with the same key the one is
// kept whose fields are known.
func add(to []Put, more ...Put) []Put {
	for _, p := range more {
		i, there := slices.BinarySearchFunc(to, p.Key, func(p Put, key string) int { return strings.Compare(p.Key, key) })
		switch {
		case !there:
			to = slices.Insert(to, i, p)
		case len(to[i].Fields) == 0:
			to[i] = p
		}
	}
	return to
}
