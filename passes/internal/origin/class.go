package origin

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/destination"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// classify sets the class of an origin: by table, by the callee's summary, or,
// where no body can be seen, by the shape of the interface.
func (x *Finder) classify(o *Origin) {
	x.classifyCall(o, o.Instr.Common())
	if !o.Logged && slices.ContainsFunc(o.Instr.Common().Args, x.tells) {
		o.Logged, o.Maybe = true, true
	}
}

// ClassOf returns the class of the last error result of a call.
func (x *Finder) ClassOf(common *ssa.CallCommon) known.Class {
	o := &Origin{}
	for _, i := range ssax.ErrorResults(common.Signature()) {
		o.Result = i
	}
	x.classifyCall(o, common)
	return o.Class
}

// classifyCall is [Finder.classify] for a call.
func (x *Finder) classifyCall(o *Origin, common *ssa.CallCommon) {
	obj := x.prog.Called(common)
	o.takes = ssax.TakesContext(common.Signature()) || obj == nil && x.reqs.TakesServed(common.Signature())
	o.Work = x.workOf(obj, common)
	if obj != nil {
		if c := known.ClassOf(obj); c != known.Unknown {
			o.Class, o.Source = x.adjust(c, obj, common), FromTable
			if k := known.KeyOf(obj); k.Pkg == "os" && k.Recv == "File" && k.Name == "Close" && written(common) {
				o.Work = known.Writes // what was written is not yet on the disk
			}
			return
		}
	}
	if sum := x.known.OfCall(common); sum != nil {
		if r, ok := sum.Result(o.Result); ok {
			o.Class, o.Source, o.Causes, o.Logged, o.Maybe = r.Class, FromSummary, r.Causes, r.Logged, r.Maybe
			o.From, o.Does, o.Through, o.Rest = r.From, r.Does, r.Through, r.Rest
			o.Work = max(o.Work, r.Work)
			if obj != nil && convention.CleansUp(obj.Name()) {
				o.Class = min(o.Class, known.Cleanup)
			}
			if r.Class == known.Decode && (x.ofClient(common) || encodedHere(ssax.Args(common))) {
				o.Class = known.Computed
			}
			return
		}
	}
	switch {
	case OfInterface(obj):
		o.Class, o.Source, o.Through = classOfName(obj.Name()), FromInterface, x.ThroughMethod(obj)
		if ssax.TakesContext(common.Signature()) && o.Class == known.Computed {
			o.Class = known.Likely // what computes needs no context
		}
		// Where implementations are seen and tell nothing, the name does not
		// either.
		o.takes = o.takes || x.known.OfCall(common) == nil && hidesStore(receiverType(common, obj))
	case obj == nil && ssax.StaticCallee(common) == nil:
		o.Class, o.Source = known.Likely, FromDynamic
	case o.takes:
		o.Class, o.Source = known.Likely, fromContext
	}
	if o.Class == known.Likely && o.takes {
		o.Class = known.Environment
	}
}

// receiverType returns the type of the receiver of a call of obj: that of the
// value it is called on, if the call tells.
func receiverType(common *ssa.CallCommon, obj *types.Func) types.Type {
	if receiver := ssax.Receiver(common); receiver != nil {
		return receiver.Type()
	}
	return obj.Signature().Recv().Type()
}

// OfInterface reports whether obj is a method of an interface.
func OfInterface(obj *types.Func) bool {
	return obj != nil && obj.Signature().Recv() != nil && types.IsInterface(obj.Signature().Recv().Type())
}

// adjust looks at the arguments of a call whose class by name is c: what is
// written to a response or into memory has nothing to tell.
func (x *Finder) adjust(c known.Class, obj *types.Func, common *ssa.CallCommon) known.Class {
	if c == known.Decode && x.ofClient(common) || x.readsClient(obj, common) {
		return known.Computed
	}
	if c == known.Environment && obj.Pkg().Path() == "io/fs" && x.embeds() {
		return known.Probe // what is not embedded is not there: nothing else can fail
	}
	k := known.KeyOf(obj)
	args := ssax.Args(common)
	if c == known.Decode && encodedHere(args) {
		return known.Computed
	}
	if c != known.Environment && c != known.Cleanup {
		return c
	}
	if receiver := ssax.Receiver(common); receiver != nil && overMemory(receiver) {
		return known.NeverFails
	}
	switch {
	case k.Pkg == "database/sql" && k.Recv == "Tx" && k.Name == "Commit" && readsOnly(ssax.Receiver(common)):
		return known.Cleanup // nothing is stored
	case rewinds(k, args), k.Pkg == "io" && len(args) > 0 && isDiscard(args[0]): // draining a body
		return known.Cleanup
	case k.Pkg == "os" && k.Recv == "File" && k.Name == "Close":
		if written(common) && onTheWay(common) {
			return known.Environment
		}
		return c
	case k.Name == "Execute" || k.Name == "ExecuteTemplate":
		// A template can fail by itself, but mostly by its data.
		if len(args) > 0 && program.InMemory(args[0]) {
			return known.Decode
		}
	}
	if w := writerOf(k, common); w != nil && x.destinations.Of(w).Harmless() {
		return known.NeverFails
	}
	if r := readerOf(k, common); r != nil && x.destinations.From(r) == destination.Memory {
		return known.NeverFails
	}
	return c
}

// writerOf returns what a call writes to, or reads from where that is in memory, nil if it is no
// call that does.
func writerOf(k known.Key, common *ssa.CallCommon) ssa.Value {
	args := ssax.Args(common)
	switch k.Name {
	case "Encode", "Write", "WriteByte", "WriteRune", "WriteTo", "Read":
		if k.Name == "Encode" && k.Recv != "Encoder" && len(args) > 0 {
			return args[0]
		}
		if receiver := ssax.Receiver(common); receiver != nil || len(args) == 0 || !destination.IsWriter(args[0].Type()) {
			return receiver
		}
		return args[0] // of binary.Write, say
	case "WriteString":
		if k.Pkg != "io" {
			return ssax.Receiver(common)
		}
	case "Close", "Flush":
		if receiver := ssax.Receiver(common); receiver != nil && destination.IsWriter(receiver.Type()) {
			return receiver
		}
		return nil
	}
	if len(args) > 0 && (k.Pkg == "io" || k.Name == "Execute" || k.Name == "ExecuteTemplate") {
		return args[0]
	}
	return nil
}

// rewinds reports whether a call goes back to the beginning of what is open,
// which does not fail.
func rewinds(k known.Key, args []ssa.Value) bool {
	if k.Name != "Seek" || len(args) != 2 {
		return false
	}
	for _, arg := range args {
		if c, ok := arg.(*ssa.Const); !ok || c.Value == nil || c.Int64() != 0 {
			return false
		}
	}
	return true
}

// overMemory reports whether a writer was made, by a constructor of its own
// package, to write into memory.
func overMemory(w ssa.Value) bool {
	if sources, all := ssax.Sources(w); len(sources) == 1 && all {
		w = sources[0]
	}
	if x, ok := w.(*ssa.Extract); ok {
		w = x.Tuple
	}
	made, ok := w.(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssax.CalleeObject(&made.Call)
	args := ssax.Args(&made.Call)
	return fn != nil && convention.HasWord(fn.Name(), "New") && len(args) > 0 && program.InMemory(args[0])
}

// encodedHere reports whether what a call decodes was encoded a moment ago, in
// the same function.
func encodedHere(args []ssa.Value) bool {
	for _, arg := range args {
		x, ok := ssax.Unwrap(arg).(*ssa.Extract)
		if !ok {
			continue
		}
		if call, ok := x.Tuple.(*ssa.Call); ok {
			if fn := ssax.CalleeObject(&call.Call); fn != nil && convention.HasWord(fn.Name(), "Marshal") {
				return true
			}
		}
	}
	return false
}

// embeds reports whether the package has files embedded in it, which are what
// it reads through the interfaces of io/fs.
func (x *Finder) embeds() bool {
	for _, imp := range x.prog.Pass.Pkg.Imports() {
		if imp.Path() == "embed" {
			return true
		}
	}
	return false
}

// readsClient reports whether a call reads the body of a request, and only
// that: what fails there is the client's connection, or its size.
func (x *Finder) readsClient(obj *types.Func, common *ssa.CallCommon) bool {
	from := program.ReadFrom(obj, common)
	return from != nil && x.reqs.FromClient(from)
}

// isDiscard reports whether w is io.Discard.
func isDiscard(w ssa.Value) bool {
	load, ok := ssax.Unwrap(w).(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Pkg != nil && g.Pkg.Pkg.Path() == "io" && g.Name() == "Discard"
}

// written reports whether a call of Close closes a file that the function itself created, or
// opened to write, and wrote to: what is not yet on the disk is lost with the error.
func written(common *ssa.CallCommon) bool {
	file := ssax.Receiver(common)
	x, ok := file.(*ssa.Extract)
	if !ok {
		return false
	}
	open, ok := x.Tuple.(*ssa.Call)
	if !ok {
		return false
	}
	switch known.KeyOf(ssax.CalleeObject(&open.Call)).String() {
	case "os.Create", "os.CreateTemp":
	case "os.OpenFile":
		if onlyReads(ssax.Args(&open.Call)) {
			return false
		}
	default:
		return false
	}
	for _, ref := range ssax.Referrers(file) {
		switch ref := ref.(type) {
		case *ssa.Call:
			if obj := ssax.CalleeObject(&ref.Call); obj == nil || obj.Name() != "Close" && obj.Name() != "Name" {
				return true
			}
		case *ssa.MakeInterface:
			return true
		}
	}
	return false
}

// onTheWay reports whether a call of Close stands on a path that goes on as if all were well. One
// that is deferred, or stands before the return of another error, is clean-up.
func onTheWay(common *ssa.CallCommon) bool {
	for _, ref := range ssax.Referrers(ssax.Receiver(common)) {
		switch ref := ref.(type) {
		case *ssa.Call:
			if &ref.Call != common {
				continue
			}
			if ret, ok := ref.Block().Instrs[len(ref.Block().Instrs)-1].(*ssa.Return); ok && returnsError(ret) {
				return false
			}
		case *ssa.Defer:
			if &ref.Call == common {
				return false
			}
		}
	}
	return true
}

// returnsError reports whether a return statement returns an error that is
// not the constant nil and not the result of a call made for it.
func returnsError(ret *ssa.Return) bool {
	for _, result := range ret.Results {
		if !ssax.IsError(result.Type()) || ssax.IsNil(result) {
			continue
		}
		if v, ok := result.(ssa.Instruction); ok && v.Block() == ret.Block() {
			if call, isCall := v.(*ssa.Call); isCall {
				obj := ssax.CalleeObject(&call.Call)
				return obj != nil && (obj.Name() == "Errorf" || obj.Name() == "New" || obj.Name() == "Wrap")
			}
		}
		return true
	}
	return false
}

// toOutside reports whether a printing call may write to something other
// than a client, a standard stream or memory: a file, a connection. Its error
// is then an origin like any other; the class says whether it tells anything.
func toOutside(common *ssa.CallCommon) bool {
	if ssax.Receiver(common) != nil {
		return true
	}
	w := ssax.WriterOf(common)
	if w == nil || destination.IsStandardStream(w) {
		return false
	}
	t := ssax.Unwrap(w).Type()
	return ssax.IsNamed(t, "os", "File") || destination.IsConn(t)
}

// classOfName returns the class of an interface method whose body cannot be
// seen, by its name.
func classOfName(name string) known.Class {
	switch {
	case convention.CleansUp(name):
		return known.Cleanup
	case convention.Computes(name):
		return known.Computed
	}
	return known.Likely
}

// hidesStore reports whether an interface type is named for something outside
// the process.
func hidesStore(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && convention.NamesStore(n.Obj().Name())
}

// ofClient reports whether a call is given an HTTP request or something taken
// from one: what fails to decode there is the client's error.
func (x *Finder) ofClient(common *ssa.CallCommon) bool {
	for _, arg := range common.Args {
		if x.reqs.FromClient(arg) {
			return true
		}
	}
	return false
}

// ThroughMethod names an interface's method for what has to be known of it, nil
// if it is of another module, whose packages are not looked at together with
// those of this one.
func (x *Finder) ThroughMethod(m *types.Func) []string {
	if m.Pkg() == nil || m.Pkg() != x.prog.Pass.Pkg && !x.prog.SameModule(m.Pkg()) {
		return nil
	}
	n, ok := types.Unalias(m.Signature().Recv().Type()).(*types.Named)
	if !ok || !types.IsInterface(n) || n.TypeArgs().Len() > 0 || n.TypeParams().Len() > 0 {
		return nil
	}
	return []string{TypeName(n) + "." + m.Id()}
}

// TypeName names a type as [Type] does.
func TypeName(n *types.Named) string {
	if n.Obj().Pkg() == nil {
		return n.Obj().Name()
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name()
}
