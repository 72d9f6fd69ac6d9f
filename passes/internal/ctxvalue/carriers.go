package ctxvalue

import (
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A finder finds the carriers of a package, when it is known what its functions do.
type finder struct{ *Index }

// carriers returns what puts values into contexts in the package, and which handlers of
// lines read them.
func (x *finder) carriers() defect.Carriers {
	var all defect.Carriers
	taken := x.taken()
	x.each(func(fn *ssa.Function) {
		by, full := x.nameOf(fn), ""
		onWay := x.putOnWay(fn, taken)
		for _, p := range onWay {
			if obj, v := declared(fn), x.values.Own[ssax.Outermost(fn)]; obj != nil && v != nil {
				full, v.Stands = obj.FullName(), true
			}
			all = append(all, defect.Carrier{Key: p.Key, By: by, Func: full, Fields: p.Fields, OnWay: true, Of: x.protocol(fn)})
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				all = append(all, x.putSomewhere(fn, instr, taken, onWay)...)
				all = append(all, x.ofLibraries(instr)...)
				all = append(all, x.reading(fn, instr)...)
			}
		}
	})
	return all
}

// each looks at the functions of the package outside its tests. Nothing is known of one that cannot be
// analysed, which the rooms that report say.
func (x *finder) each(look func(*ssa.Function)) {
	for _, fn := range x.production() {
		if why := program.Guard(fn, func() { look(fn) }); why != nil {
			continue
		}
	}
}

// production returns the functions of the package outside its tests, what sets its
// variables first.
func (x *finder) production() []*ssa.Function {
	funcs := slices.DeleteFunc(slices.Clone(x.Funcs), x.InTest)
	if init := x.Pkg.Func("init"); init != nil {
		funcs = slices.Insert(funcs, 0, init)
	}
	return funcs
}

// declared returns the function that is declared around fn, nil if none is.
func declared(fn *ssa.Function) *types.Func {
	obj, _ := ssax.Outermost(fn).Object().(*types.Func)
	return obj
}

// nameOf names the function that is declared around fn; what sets the package's variables
// is named by the package.
func (x *finder) nameOf(fn *ssa.Function) string {
	if obj := declared(fn); obj != nil {
		return ssax.NameFrom(obj, nil)
	}
	return "package " + x.Pass.Pkg.Name()
}

// taken returns the declared functions that the package uses as values: whoever it hands
// them to calls them.
func (x *finder) taken() map[*ssa.Function]bool {
	taken := make(map[*ssa.Function]bool)
	x.each(func(fn *ssa.Function) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for used := range usedAsValues(instr) {
					taken[x.Declaration(used)] = true
				}
			}
		}
	})
	return taken
}

// usedAsValues yields the functions that an instruction uses other than by calling them.
func usedAsValues(instr ssa.Instruction) iter.Seq[*ssa.Function] {
	return func(yield func(*ssa.Function) bool) {
		call, isCall := instr.(ssa.CallInstruction)
		var space [8]*ssa.Value
		for i, op := range instr.Operands(space[:0]) {
			if isCall && i == 0 && !call.Common().IsInvoke() {
				continue
			}
			if fn, ok := (*op).(*ssa.Function); ok && !yield(fn) {
				return
			}
		}
	}
}

// putOnWay returns the values that fn puts into the contexts of the requests that it hands
// on to what handles them, or that it is called for by what serves them.
func (x *finder) putOnWay(fn *ssa.Function, taken map[*ssa.Function]bool) []Put {
	var puts []Put
	if v := x.values.Own[fn]; v != nil {
		if onlyServed(x.Reqs, fn) {
			puts = add(puts, v.Sets...)
		}
		if fn.Parent() != nil || taken[fn] || tags[fn.Name()] {
			puts = add(puts, v.Puts...)
		}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !x.handsOn(fn, call.Common()) {
				continue
			}
			for _, arg := range call.Common().Args {
				puts = add(puts, x.putInto(arg, new(ssax.Walk))...)
			}
		}
	}
	return puts
}

// tags are the methods by which gRPC asks what is to be in the context of each call.
var tags = map[string]bool{"TagRPC": true, "TagConn": true}

// onlyServed reports whether fn is given a request, and what it is answered with, and
// nothing else: what serves requests can call it for each.
func onlyServed(reqs *reqctx.Index, fn *ssa.Function) bool {
	params := fn.Signature.Params()
	for p := range params.Variables() {
		if !reqs.IsServed(p.Type()) && !reqctx.IsResponse(p.Type()) {
			return false
		}
	}
	return reqs.TakesServed(fn.Signature)
}

// handsOn reports whether fn hands a request on by a call to what handles it: what it was
// given for that and does not know, or what serves HTTP.
func (x *finder) handsOn(fn *ssa.Function, common *ssa.CallCommon) bool {
	sig := common.Signature()
	if obj := ssax.CalleeObject(common); obj != nil {
		switch {
		case obj.Name() == "ServeHTTP":
			return x.Reqs.TakesServed(sig) && x.standsBefore(fn)
		case common.IsInvoke() && obj.Name() == fn.Name():
			return types.Identical(withoutReceiver(sig), withoutReceiver(fn.Signature)) && ssax.TakesContext(sig)
		}
		return false
	}
	if common.IsInvoke() || ssax.StaticCallee(common) != nil {
		return false
	}
	if _, isBuiltin := common.Value.(*ssa.Builtin); isBuiltin {
		return false
	}
	if known.NextOf(common.Value.Type()) != "" || x.Reqs.TakesServed(sig) {
		return true
	}
	// What stands before a function of its own type.
	return ssax.TakesContext(sig) && types.Identical(sig, withoutReceiver(fn.Signature))
}

// HandsOn reports whether fn, or a function around it, hands requests on to what handles them.
// What stands before it, and has put anything into its context, is not known.
func (x *Index) HandsOn(fn *ssa.Function) bool {
	f := &finder{x}
	for ; fn != nil; fn = fn.Parent() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok && (f.handsOn(fn, call.Common()) || f.goesOn(call.Common())) {
					return true
				}
			}
		}
	}
	return false
}

// goesOn reports whether a call has the context of a framework run what comes next.
func (x *finder) goesOn(common *ssa.CallCommon) bool {
	obj, recv := ssax.CalleeObject(common), ssax.Receiver(common)
	return obj != nil && recv != nil && obj.Name() == "Next" && x.Reqs.IsServed(recv.Type())
}

// standsBefore reports whether fn, or a function around it, is given a request: it hands on
// that one, and makes none of its own.
func (x *finder) standsBefore(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		if x.Reqs.TakesServed(fn.Signature) {
			return true
		}
	}
	return false
}

func withoutReceiver(sig *types.Signature) *types.Signature {
	return types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic())
}

// protocol returns what the requests come by before which fn stands.
func (x *finder) protocol(fn *ssa.Function) defect.Protocol {
	if tags[fn.Name()] {
		return defect.GRPC
	}
	p := x.Reqs.Protocol(fn)
	if p == defect.AnyProtocol && fn.Signature.Recv() != nil && ssax.TakesContext(fn.Signature) && !x.Reqs.TakesServed(fn.Signature) {
		return defect.Own
	}
	return p
}

// protocols are what the tables call those of the middlewares of libraries.
var protocols = map[string]defect.Protocol{"http": defect.HTTP, "grpc": defect.GRPC, "reconcile": defect.Reconciling}

// putSomewhere returns what an instruction of fn puts into a context, whoever is given it
// then. What only puts there what it is called for does so where it is called.
func (x *finder) putSomewhere(fn *ssa.Function, instr ssa.Instruction, taken map[*ssa.Function]bool, onWay []Put) defect.Carriers {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return nil
	}
	own := x.values.Own[fn]
	helper := own != nil && fn.Parent() == nil && fn.Signature.Recv() == nil && !taken[fn]
	var all defect.Carriers
	for _, p := range add(slices.Clone(x.putBy(call.Common())), x.setBy(call.Common())...) {
		same := func(q Put) bool { return q.Key == p.Key }
		if slices.ContainsFunc(onWay, same) {
			continue // which has been said
		}
		if helper && (slices.ContainsFunc(own.Puts, same) || slices.ContainsFunc(own.Sets, same)) {
			continue
		}
		all = append(all, defect.Carrier{Key: p.Key, By: x.nameOf(fn)})
	}
	return all
}

// ofLibraries returns what an instruction uses of libraries that puts values into the
// contexts of requests.
func (x *finder) ofLibraries(instr ssa.Instruction) defect.Carriers {
	var all defect.Carriers
	note := func(k known.Key, name string, logger []string) {
		if key := known.MiddlewareOf(k); key != "" {
			all = append(all, defect.Carrier{Key: key, By: name, Fields: slices.Concat(known.MiddlewareFields(k), logger), OnWay: true, Of: protocols[known.MiddlewareProtocol(k)]})
		}
	}
	for fn := range usedAsValues(instr) {
		if obj, ok := fn.Object().(*types.Func); ok && obj != nil {
			note(known.KeyOf(obj), ssax.NameFrom(obj, nil), nil)
		}
	}
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return all
	}
	common := call.Common()
	k := calleeKey(common)
	if obj := ssax.CalleeObject(common); obj != nil {
		var fields []string
		if args := ssax.Args(common); len(args) > 0 {
			fields = x.fieldsOf(args[0])
			if c, ok := args[0].(*ssa.Const); ok {
				if name, ok := fieldName(c); ok {
					fields = []string{name}
				}
			}
		}
		note(k, ssax.NameFrom(obj, nil), fields)
	} else if g, ok := ssax.GlobalOf(common.Value); ok && g.Pkg != nil {
		note(k, g.Pkg.Pkg.Name()+"."+g.Name(), nil)
	}
	return all
}
