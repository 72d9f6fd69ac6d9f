package fates

import (
	"slices"
	"sort"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// results gathers the errors that each result of a function may hold.
type results struct {
	fn    *ssa.Function
	seen  map[int][]reaching
	other map[int]int  // errors that are no origins: new ones, sentinels
	open  map[int]bool // something of which nothing is known
	// kept says that it may be what is read from a field: reported where it was
	// put there, or nowhere, but not here.
	kept map[int]bool
	some map[int]bool // anything but nil
	// printed says that it may be what a call has logged that returns it, translated that an
	// error of the world outside was logged where another was returned in its place.
	printed, translated map[int]bool
	// handed are the values handed to calls whose results are returned: what
	// those make of an error is not always known.
	handed map[int]map[ssa.Value]bool
}

func newResults(fn *ssa.Function) *results {
	r := &results{fn: fn, seen: make(map[int][]reaching), other: make(map[int]int), open: make(map[int]bool), kept: make(map[int]bool), some: make(map[int]bool), printed: make(map[int]bool), translated: make(map[int]bool), handed: make(map[int]map[ssa.Value]bool)}
	indices := ssax.ErrorResults(fn.Signature)
	if len(indices) == 0 {
		return r
	}
	causes := make(map[int]map[ssa.Value]bool)
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, i := range indices {
			if causes[i] == nil {
				causes[i] = make(map[ssa.Value]bool)
				r.handed[i] = make(map[ssa.Value]bool)
			}
			r.sources(ret.Results[i], i, causes[i], make(map[ssa.Value]bool))
		}
	}
	for i, set := range causes {
		r.other[i] = len(set)
	}
	return r
}

// sources walks back from a returned value to the errors it may be.
func (r *results) sources(v ssa.Value, i int, causes, seen map[ssa.Value]bool) {
	if seen[v] {
		return
	}
	seen[v] = true
	switch v.(type) {
	case *ssa.Const, *ssa.Phi:
	case *ssa.UnOp:
		if _, ok := v.(*ssa.UnOp).X.(*ssa.Alloc); !ok {
			r.some[i] = true
		}
	case *ssa.Call:
		// That of a context tells nothing that its owner does not know.
		r.some[i] = r.some[i] || !ssax.IsContextErr(v)
	default:
		r.some[i] = true
	}
	switch v := v.(type) {
	case *ssa.Const:
	case *ssa.Phi:
		for _, edge := range v.Edges {
			r.sources(edge, i, causes, seen)
		}
	case *ssa.ChangeInterface:
		r.sources(v.X, i, causes, seen)
	case *ssa.MakeInterface:
		causes[v] = true // an error type of its own
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			r.hands(call, i)
		}
	case *ssa.Call:
		// An origin, or a wrapping call; a new error counts as a cause.
		r.hands(v, i)
		if effect, ok := program.EffectOf(&v.Call); ok && effect.Role == known.Logs {
			r.printed[i] = true
		}
		if k := known.KeyOf(ssax.CalleeObject(&v.Call)).String(); k == "errors.New" || k == "fmt.Errorf" {
			causes[v] = true
		}
	case *ssa.UnOp:
		switch x := v.X.(type) {
		case *ssa.Global:
			causes[x] = true
			if !convention.IsSentinel(x.Name()) {
				r.open[i] = true // a variable like any other
			}
		case *ssa.Alloc:
			for _, ref := range ssax.Referrers(x) {
				if mc, captured := ref.(*ssa.MakeClosure); captured && ssax.ClosureWrites(mc, x) {
					// What a closure puts there is not seen here.
					r.open[i], r.some[i] = true, true
				}
				if store, ok := ref.(*ssa.Store); ok && store.Addr == x {
					r.sources(store.Val, i, causes, seen)
				}
			}
		case *ssa.FieldAddr:
			r.kept[i] = r.kept[i] || origin.LeftLogged(v) == nil // or an origin
		default:
			r.open[i] = true
		}
	case *ssa.Parameter:
	default:
		r.open[i] = true
	}
}

// hands notes the errors that a call is handed whose result is result i.
func (r *results) hands(call *ssa.Call, i int) {
	for _, arg := range call.Call.Args {
		switch arg := arg.(type) {
		case *ssa.Phi:
			for _, edge := range arg.Edges {
				r.handed[i][edge] = true
			}
		default:
			if ssax.IsError(arg.Type()) {
				r.handed[i][arg] = true
			}
		}
	}
}

// A reaching is an origin that reaches a result.
type reaching struct {
	*origin.Origin
	// quiet says that on some path it does so without having been logged, and
	// without its kind being known there: a sentinel that is handed on tells the
	// caller all there is.
	quiet bool
	// maybe says that on some path all that logs it is a callee that does not
	// always log.
	maybe bool
}

// add records the results that an origin reaches.
func (r *results) add(o *origin.Origin, t *errflow.Flow) {
	quiet, logged, maybe := make(map[int]bool), make(map[int]bool), make(map[int]bool)
	for i, handed := range r.handed {
		if handed[o.Value] && t.Escapes() {
			quiet[i] = true
		}
	}
	for _, end := range t.Ends {
		ret, ok := end.Instr.(*ssa.Return)
		if !ok || !end.Fate.Has(summary.Propagated) {
			continue
		}
		for i, v := range ret.Results {
			if ssax.IsError(v.Type()) && t.Holds(&end, v) {
				told := o.Logged || end.Fate.Has(summary.Logged|summary.MaybeLogged)
				logged[i] = logged[i] || told
				quiet[i] = quiet[i] || !told && !end.Fate.Has(summary.Classified)
				maybe[i] = maybe[i] || told && !end.Fate.Has(summary.Logged) && (!o.Logged || o.Maybe)
			}
		}
	}
	if o.Class >= known.Probe {
		for _, end := range t.Ends {
			ret, ok := end.Instr.(*ssa.Return)
			if end.Kind == errflow.EndTrace && end.Fate.Has(summary.Logged) && t.Because(&end, end.Instr.Block()) {
				// It was handed on after it was logged, mostly to what makes the other error.
				for _, i := range ssax.ErrorResults(o.Fn.Signature) {
					r.translated[i] = r.some[i]
				}
			}
			if !ok || !end.Fate.Has(summary.Logged) || end.Fate.Has(summary.Propagated) {
				continue
			}
			for i, v := range ret.Results {
				if ssax.IsError(v.Type()) && !ssax.IsNil(v) && t.Because(&end, ret.Block()) {
					r.translated[i] = true
				}
			}
		}
	}
	for i, q := range quiet {
		r.seen[i] = append(r.seen[i], reaching{o, q || !logged[i], maybe[i]})
	}
}

// list returns what is known of each error result.
func (r *results) list() []summary.ResultClass {
	var list []summary.ResultClass
	for _, i := range ssax.ErrorResults(r.fn.Signature) {
		result := summary.ResultClass{Index: i, Class: known.Computed}
		unknown := r.open[i] || r.kept[i]
		causes := r.other[i]
		// Those that were logged tell nothing new, as long as there is nothing
		// else: then the result is as telling as what was not. An error that
		// follows from the arguments loses nothing.
		logged, quiet := r.printed[i], false
		for _, o := range r.seen[i] {
			result.Maybe = result.Maybe || o.maybe
			logged = logged || !o.quiet
			quiet = quiet || o.quiet && (o.Class >= known.Probe || o.Class == known.Unknown)
		}
		result.Logged = logged && !quiet
		for _, o := range r.seen[i] {
			causes += max(1, int(o.Causes))
			if quiet && !o.quiet {
				continue
			}
			if o.Class == known.Unknown {
				unknown = true
			}
			if o.Class > known.Computed {
				result.Work = max(result.Work, o.Work)
			}
			if from := o.Name(); o.Class > result.Class || o.Class == result.Class && convention.IsVague(result.From) && from != "" {
				result.Class, result.From, result.Does = o.Class, from, known.NoWork
				if o.Source == origin.FromSummary {
					result.Does = o.Work
				}
			}
		}
		if r.open[i] {
			result.Logged = false
		}
		if r.printed[i] && !quiet {
			result.Class = known.Environment // whatever it prints
		}
		result.Rest = result.Class < known.Decode && r.translated[i] || result.Class == known.Decode && slices.ContainsFunc(r.seen[i], func(o reaching) bool {
			return o.Rest || !o.quiet && o.Class == known.Environment
		})
		result.Maybe = (result.Maybe || r.kept[i]) && result.Logged
		if unknown && result.Class < known.Decode {
			result.Class = known.Unknown
		}
		switch {
		case !r.some[i]:
			result.Class = known.NeverFails
		case causes == 0 && !unknown && !r.paramsReturned():
			result.Class = known.Unknown
		}
		result.Causes = uint8(min(causes, 2))
		if result.Class >= known.Decode {
			result.Through = r.through(i)
		}
		if result.Class < known.Decode {
			result.From, result.Does = "", known.NoWork
		}
		if result.Class == known.Unknown && !result.Logged {
			continue
		}
		list = append(list, result)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Index < list[j].Index })
	return list
}

// tells reports whether the function logs an error of the world outside, and returns none that it has not
// logged: what runs it, and fails since it failed, has nothing new to tell.
func (r *results) tells(flow *Function) bool {
	for _, causes := range r.other {
		if causes > 0 {
			return false
		}
	}
	told := false
	for i, o := range flow.Origins {
		if o.Class < known.Probe && o.Class != known.Unknown {
			continue
		}
		if flow.Flows[i] == nil {
			return false
		}
		for _, end := range flow.Flows[i].Ends {
			switch {
			case end.Fate.Has(summary.Logged):
				told = true
			case end.Fate.Has(summary.Propagated):
				return false
			}
		}
	}
	return told
}

// paramsReturned reports whether the function is given an error that it may
// return.
func (r *results) paramsReturned() bool {
	for _, p := range ssax.Params(r.fn) {
		if ssax.IsError(p.Type()) || summary.MayHold(p.Type()) {
			return true
		}
	}
	return false
}
