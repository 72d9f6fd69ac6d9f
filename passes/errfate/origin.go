package errfate

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// An originKind says how an error value is born.
type originKind uint8

const (
	fromCall    originKind = iota
	fromParam              // handed in
	fromRecover            // a recovered panic
	fromYield              // handed to the body of a range-over-func loop
)

// A source says how its class came to be known, which bears on how much a
// finding is worth.
type source uint8

const (
	fromNothing   source = iota // nothing is known
	fromTable                   // a table names the function
	fromSummary                 // its body was seen
	fromInterface               // an interface method: by its shape
	fromDynamic                 // a function value: by its shape
)

// An origin is the place where an error value is born in a function.
type origin struct {
	fn     *ssa.Function
	kind   originKind
	instr  ssa.CallInstruction // nil for a parameter
	value  ssa.Value           // the error; nil if nothing takes it
	result int                 // index of the error among the results
	class  known.Class
	source source
	causes uint8
	logged bool // the callee has logged what it returns
	takes  bool // the callee takes a context
}

// origins returns the errors that are born in fn by calls, in source order.
func (e *engine) origins(fn *ssa.Function) []*origin {
	var origins []*origin
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			common := call.Common()
			if b, ok := common.Value.(*ssa.Builtin); ok {
				if v := call.Value(); b.Name() == "recover" && v != nil {
					o := &origin{fn: fn, kind: fromRecover, instr: call, class: known.Environment, source: fromTable}
					if len(referrers(v)) > 0 {
						o.value = v
					}
					origins = append(origins, o)
				}
				continue
			}
			for _, i := range ssax.ErrorResults(common.Signature()) {
				if o := e.origin(fn, call, i); o != nil {
					origins = append(origins, o)
				}
			}
		}
	}
	return origins
}

// origin returns the origin that result i of a call is, or nil if it is none:
// a wrapped error, a new one, or one that is always nil.
func (e *engine) origin(fn *ssa.Function, call ssa.CallInstruction, i int) *origin {
	common := call.Common()
	if effect, ok := e.effect(common); ok && effect.Role != known.Runs {
		if effect.Role != known.Prints || !e.toOutside(common) {
			return nil
		}
	}
	o := &origin{fn: fn, kind: fromCall, instr: call, result: i}
	e.classify(o)
	if o.class == known.NeverFails {
		return nil
	}
	if v := call.Value(); v != nil {
		if common.Signature().Results().Len() == 1 {
			if len(referrers(v)) > 0 {
				o.value = v
			}
		} else {
			for _, ref := range referrers(v) {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == i && len(referrers(x)) > 0 {
					o.value = x
				}
			}
		}
	}
	if sum := e.summary(common); sum != nil && o.value != nil {
		// A wrapper of an error that is handed in: the flow of that error
		// follows it through; it is not born here.
		for k, arg := range ssax.Args(common) {
			if ssax.IsError(arg.Type()) && sum.param(k).Has(Propagated) && o.class != known.Environment {
				return nil
			}
		}
	}
	return o
}

// born returns the instruction that defines the error's value.
func (o *origin) born() ssa.Instruction {
	if o.value == nil {
		return nil
	}
	if o.kind == fromParam || o.kind == fromYield {
		return nil
	}
	return o.value.(ssa.Instruction)
}

// classify sets the class of an origin: by table, by the callee's summary, or,
// where no body can be seen, by the shape of the interface.
func (e *engine) classify(o *origin) {
	e.classifyCall(o, o.instr.Common())
}

// classOf returns the class of the last error result of a call.
func (e *engine) classOf(common *ssa.CallCommon) known.Class {
	o := &origin{}
	for _, i := range ssax.ErrorResults(common.Signature()) {
		o.result = i
	}
	e.classifyCall(o, common)
	return o.class
}

func (e *engine) classifyCall(o *origin, common *ssa.CallCommon) {
	obj := ssax.CalleeObject(common)
	o.takes = takesContext(common.Signature())
	if obj != nil {
		if c := known.ClassOf(obj); c != known.Unknown {
			o.class, o.source = e.adjust(c, obj, common), fromTable
			return
		}
	}
	if sum := e.summary(common); sum != nil {
		if r, ok := sum.result(o.result); ok {
			o.class, o.source, o.causes, o.logged = r.Class, fromSummary, r.Causes, r.Logged
			return
		}
	}
	switch {
	case common.IsInvoke():
		o.class, o.source = classOfName(common.Method.Name()), fromInterface
		if o.takes && o.class == known.Computed {
			// What computes needs no context.
			o.class = known.Environment
		}
	case obj == nil && ssax.StaticCallee(common) == nil:
		o.class, o.source = known.Environment, fromDynamic
	}
}

// adjust looks at the arguments of a call whose class by name is c: what is
// written to a response or into memory has nothing to tell.
func (e *engine) adjust(c known.Class, obj *types.Func, common *ssa.CallCommon) known.Class {
	if c != known.Environment && c != known.Cleanup {
		return c
	}
	k := known.KeyOf(obj)
	var w ssa.Value
	args := ssax.Args(common)
	switch {
	case k.Recv == "Encoder" && k.Name == "Encode":
		if call, ok := ssax.Receiver(common).(*ssa.Call); ok && len(ssax.Args(&call.Call)) > 0 {
			w = ssax.Args(&call.Call)[0]
		}
	case k.Name == "Write" || k.Name == "WriteByte" || k.Name == "WriteRune" || k.Name == "WriteTo" || k.Name == "Read":
		w = ssax.Receiver(common)
	case k.Name == "WriteString" && k.Pkg != "io":
		w = ssax.Receiver(common)
	case k.Pkg == "io" && len(args) > 0 && isDiscard(args[0]):
		return known.Cleanup // draining a body
	case k.Pkg == "os" && k.Recv == "File" && k.Name == "Close":
		if e.written(common) {
			return known.Environment
		}
		return c
	case len(args) > 0 && (k.Pkg == "io" || k.Name == "Execute" || k.Name == "ExecuteTemplate" || k.Name == "Encode"):
		w = args[0]
		if k.Name == "ExecuteTemplate" || k.Name == "Execute" {
			// A template can fail by itself, but mostly by its data.
			if inMemory(w) {
				return known.Computed
			}
		}
	}
	if w == nil {
		return c
	}
	if inMemory(w) || isResponse(ssax.Unwrap(w).Type()) || isStandardStream(w) {
		return known.NeverFails
	}
	return c
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

// written reports whether a call of Close closes a file that the function
// itself created and wrote to, on a path that then goes on as if all were
// well: what is not yet on the disk is lost with the error. A Close that is
// deferred, or stands before the return of another error, is clean-up.
func (e *engine) written(common *ssa.CallCommon) bool {
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
	default:
		return false
	}
	wrote := false
	for _, ref := range referrers(file) {
		switch ref := ref.(type) {
		case *ssa.Call:
			if &ref.Call == common {
				if ret, ok := ref.Block().Instrs[len(ref.Block().Instrs)-1].(*ssa.Return); ok && returnsError(ret) {
					return false
				}
				continue
			}
			obj := ssax.CalleeObject(&ref.Call)
			wrote = wrote || obj == nil || obj.Name() != "Close" && obj.Name() != "Name"
		case *ssa.Defer:
			if &ref.Call == common {
				return false
			}
		case *ssa.MakeInterface:
			wrote = true
		}
	}
	return wrote
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

// isStandardStream reports whether w is os.Stdout or os.Stderr.
func isStandardStream(w ssa.Value) bool {
	load, ok := ssax.Unwrap(w).(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Pkg != nil && g.Pkg.Pkg.Path() == "os" && (g.Name() == "Stdout" || g.Name() == "Stderr")
}

// inMemory reports whether a writer is one whose writes the documentation
// says never fail.
func inMemory(w ssa.Value) bool {
	t := ssax.Unwrap(w).Type()
	if ssax.IsNamed(t, "bytes", "Buffer") || ssax.IsNamed(t, "strings", "Builder") || ssax.IsNamed(t, "strings", "Reader") ||
		ssax.IsNamed(t, "bytes", "Reader") {
		return true
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "hash" {
		return true
	}
	return false
}

// toOutside reports whether a printing call writes to something other than a
// client, a standard stream or memory. fmt.Fprint to a file is a write like
// any other.
func (e *engine) toOutside(common *ssa.CallCommon) bool {
	args := ssax.Args(common)
	if len(args) == 0 {
		return false
	}
	return ssax.IsNamed(ssax.Unwrap(args[0]).Type(), "os", "File") && !isStandardStream(args[0])
}

// takesContext reports whether a signature has a context parameter.
func takesContext(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if isContext(sig.Params().At(i).Type()) {
			return true
		}
	}
	return false
}

// isContext reports whether t is context.Context.
func isContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}

// computing are the beginnings of names of methods that compute; cleaning of
// those that clean up. An interface method with another name is taken to
// reach the world outside: that is what services hide behind interfaces.
var (
	computing = []string{"Marshal", "Unmarshal", "Parse", "Format", "Validate", "Less", "Set", "Scan", "String", "Encode", "Convert",
		"Err", "Compile", "Match", "Value", "As", "Is", "To", "From", "Unwrap", "Cause", "Name", "Type", "Kind"}
	cleaning = []string{"Close", "Rollback", "Stop", "Shutdown", "Cleanup", "Release", "Abort", "Cancel", "Destroy", "Disconnect", "Unlock",
		"Unsubscribe", "Teardown", "Kill", "Sync", "SetDeadline", "SetReadDeadline", "SetWriteDeadline"}
)

// classOfName returns the class of an interface method whose body cannot be
// seen, by its name.
func classOfName(name string) known.Class {
	title := strings.ToUpper(name[:1]) + name[1:]
	for _, p := range cleaning {
		if hasWord(title, p) {
			return known.Cleanup
		}
	}
	for _, p := range computing {
		if hasWord(title, p) {
			return known.Computed
		}
	}
	return known.Environment
}

// hasWord reports whether name begins with the word prefix.
func hasWord(name, prefix string) bool {
	rest, ok := strings.CutPrefix(name, prefix)
	return ok && (rest == "" || rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= '0' && rest[0] <= '9')
}

// subject names the error of an origin as messages do: "error from os.Open".
func (e *engine) subject(o *origin) string {
	switch o.kind {
	case fromRecover:
		return "recovered panic"
	case fromYield:
		return "error " + o.value.Name() + " yielded by the iterator"
	case fromParam:
		return "error " + o.value.Name() + " handed to " + funcName(o.fn)
	}
	return "error from " + e.calleeName(o.instr.Common(), o.instr.Pos())
}

// calleeName names what a call calls, seen from this package: save,
// os.Open, (*Server).save, (*sql.DB).Exec, Store.Load.
func (e *engine) calleeName(common *ssa.CallCommon, pos token.Pos) string {
	obj := ssax.CalleeObject(common)
	if obj == nil {
		if call, _, ok := e.syntax.call(pos); ok {
			switch fun := ast.Unparen(call.Fun).(type) {
			case *ast.Ident, *ast.SelectorExpr:
				return types.ExprString(fun)
			}
		}
		return "a function literal"
	}
	return e.objectName(obj)
}

func (e *engine) objectName(obj *types.Func) string {
	qualify := func(p *types.Package) string {
		if p == e.pass.Pkg {
			return ""
		}
		return p.Name()
	}
	recv := obj.Signature().Recv()
	if recv == nil {
		if q := qualify(obj.Pkg()); q != "" {
			return q + "." + obj.Name()
		}
		return obj.Name()
	}
	t := recv.Type()
	star := ""
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t, star = p.Elem(), "*"
	}
	name := types.TypeString(t, qualify)
	if n, ok := types.Unalias(t).(*types.Named); ok {
		name = n.Obj().Name()
		if n.Obj().Pkg() != nil {
			if q := qualify(n.Obj().Pkg()); q != "" {
				name = q + "." + name
			}
		}
	} else if types.IsInterface(t) {
		name = "interface"
	}
	if star != "" {
		return "(*" + name + ")." + obj.Name()
	}
	return name + "." + obj.Name()
}

// funcName names a function of this package; a literal is named by the
// function that holds it.
func funcName(fn *ssa.Function) string {
	if fn.Parent() != nil {
		return "a function literal in " + funcName(outermost(fn))
	}
	if recv := fn.Signature.Recv(); recv != nil {
		name := types.TypeString(recv.Type(), func(*types.Package) string { return "" })
		if strings.HasPrefix(name, "*") {
			name = "(" + name + ")"
		}
		return name + "." + fn.Name()
	}
	return fn.Name()
}

// outermost returns the declared function that holds fn.
func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}
