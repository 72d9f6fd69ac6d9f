// Package destination says where that goes what is written to a writer, and where that comes
// from what is read from a reader: memory, a client, a file. It decides what is lost when a
// write, or a read, fails.
//
// Its laws: each place that a stream is seen to lead to is in the answer, through what wraps
// it, the variables and fields that hold it, and the callers in the package that hand it in;
// and where it may lead to something else as well, that is in the answer too.
package destination

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Set is a set of places that a stream may lead to.
type Set uint8

const (
	Memory   Set = 1 << iota // a buffer, a hash, the source of random numbers: nothing can fail
	Client                   // the client of the request that is handled
	Terminal                 // standard output or standard error
	File                     // a file of this machine
	Peer                     // a connection to somebody else
	Unknown                  // something of which nothing is known
	Decoded                  // no place: what is read is decoded on the way, which can fail by itself
)

// Has reports whether a stream may lead to any of the places in other.
func (s Set) Has(other Set) bool { return s&other != 0 }

// Harmless reports whether a writer leads to nothing but places of which nobody needs to know
// that a write failed.
func (s Set) Harmless() bool { return s != 0 && s&^(Memory|Client|Terminal) == 0 }

// A Finder answers for the streams of a package.
type Finder struct {
	prog   *program.Program
	fields map[*types.Var][]ssa.Value // see stored
}

// NewFinder returns one for a package.
func NewFinder(prog *program.Program) *Finder { return &Finder{prog: prog} }

// Of returns the places that a writer leads to.
func (x *Finder) Of(w ssa.Value) Set {
	way := &way{Finder: x, isStream: IsWriter}
	way.visit(w)
	return way.places
}

// From returns the places that a reader reads from, and whether what it reads is decoded.
func (x *Finder) From(r ssa.Value) Set {
	way := &way{Finder: x, isStream: IsReader, reads: true}
	way.visit(r)
	return way.places
}

// A way is one walk back from a writer to what it writes to, or from a reader to what it
// reads from.
type way struct {
	*Finder
	isStream func(types.Type) bool // what a writer, or a reader, may be made of
	reads    bool
	walk     ssax.Walk
	places   Set
	values   int
}

// maxValues bounds a walk: a writer that is handed on by more hands is unknown.
const maxValues = 64

func (x *way) visit(w ssa.Value) {
	if place := ofBody(w); place != 0 {
		x.places |= place
		return
	}
	if place := ofType(w); place != 0 {
		x.places |= place
		return
	}
	if x.values == maxValues {
		x.unknown(w)
		return
	}
	if !x.walk.Enter(w) {
		return // been there
	}
	x.values++
	if from, ok := ssax.Back(w); ok {
		for _, v := range from {
			x.visit(v)
		}
		return
	}
	switch w := w.(type) {
	case *ssa.Const: // nil writes nothing
	case *ssa.Extract:
		x.made(w, w.Tuple)
	case *ssa.Call:
		x.made(w, w)
	case *ssa.Parameter:
		x.handed(w)
	case *ssa.UnOp:
		x.loaded(w)
	default:
		x.unknown(w)
	}
}

// unknown notes that nothing more is known of a writer than its type says.
func (x *way) unknown(w ssa.Value) {
	if ssax.IsNamed(w.Type(), "os", "File") {
		x.places |= File
		return
	}
	x.places |= Unknown
}

// made goes on to the streams a stream was made of: gzip.NewWriter(file), io.LimitReader(r, n).
func (x *way) made(w, by ssa.Value) {
	call, ok := by.(*ssa.Call)
	if !ok {
		x.unknown(w)
		return
	}
	if obj := ssax.CalleeObject(&call.Call); obj != nil && (convention.HasWord(obj.Name(), "New") || wraps[known.KeyOf(obj).String()]) {
		found := false
		for _, arg := range ssax.Args(&call.Call) {
			if x.isStream(arg.Type()) {
				x.visit(arg)
				found = true
			}
		}
		if found {
			if x.reads && !passing[obj.Pkg().Path()] {
				x.places |= Decoded
			}
			return
		}
	}
	x.unknown(w)
}

// passing are the packages whose readers give what they read as it is.
var passing = map[string]bool{"bufio": true, "io": true, "io/ioutil": true, "net/http": true}

// wraps are the functions that make a stream of another, and are not named New.
var wraps = map[string]bool{
	"io.LimitReader": true, "io.NopCloser": true, "io.TeeReader": true, "io/ioutil.NopCloser": true,
	"net/http.MaxBytesReader": true,
}

// handed goes on to what callers hand in.
func (x *way) handed(p *ssa.Parameter) {
	fn := p.Parent()
	index := -1
	for i, other := range fn.Params {
		if other == p {
			index = i
		}
	}
	sites := x.prog.SitesOf(fn)
	if sites.Open || len(sites.Calls) == 0 {
		x.unknown(p)
	}
	for _, call := range sites.Calls {
		// The receiver of a method of an interface stands apart from its arguments.
		common := call.Common()
		args := common.Args
		if common.IsInvoke() {
			args = append([]ssa.Value{common.Value}, args...)
		}
		if index >= len(args) || len(args) != len(fn.Params) {
			x.unknown(p)
			continue
		}
		x.visit(args[index])
	}
}

// loaded goes on to what the package stores in a variable or field.
func (x *way) loaded(load *ssa.UnOp) {
	v := ssax.DeclaredVar(load.X)
	if load.Op != token.MUL || v == nil || v.Pkg() != x.prog.Pass.Pkg {
		x.unknown(load)
		return
	}
	stored := x.stored()[v]
	if v.Exported() || len(stored) == 0 {
		x.unknown(load)
	}
	for _, w := range stored {
		x.visit(w)
	}
}

// stored returns what the package puts into its variables and the fields of its types that
// hold streams, or what encodes to one.
func (x *Finder) stored() map[*types.Var][]ssa.Value {
	if x.fields != nil {
		return x.fields
	}
	x.fields = make(map[*types.Var][]ssa.Value)
	for store := range x.prog.Storing() {
		if v := ssax.DeclaredVar(store.Addr); v != nil && v.Pkg() == x.prog.Pass.Pkg && holdsStream(v.Type()) {
			x.fields[v] = append(x.fields[v], store.Val)
		}
	}
	return x.fields
}

// ofBody returns whom the body of a request, or of an answer, comes from, 0 if w is none.
func ofBody(w ssa.Value) Set {
	load, ok := w.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return 0
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	switch {
	case !ok || ssax.FieldName(addr) != "Body":
		return 0
	case ssax.IsNamed(addr.X.Type(), "net/http", "Response"):
		return Peer
	case ssax.IsNamed(addr.X.Type(), "net/http", "Request"):
		return Client
	}
	return 0
}

// ofType returns what a stream says by itself of where it leads to, 0 if nothing.
func ofType(w ssa.Value) Set {
	switch t := w.Type(); {
	case program.InMemory(w), isVariable(w, "crypto/rand", "Reader"): // reading from that never fails since Go 1.24
		return Memory
	case IsStandardStream(w):
		return Terminal
	case reqctx.IsResponse(t):
		return Client
	case IsConn(t):
		return Peer
	}
	return 0
}

// IsConn reports whether t is a network connection: it has the method that
// tells its peer.
func IsConn(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "RemoteAddr")
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 1 &&
		ssax.IsNamed(fn.Signature().Results().At(0).Type(), "net", "Addr")
}

// IsWriter reports whether something can be written to what has type t.
func IsWriter(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Write")
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	sig := fn.Signature()
	return sig.Params().Len() == 1 && sig.Results().Len() == 2 && ssax.IsError(sig.Results().At(1).Type())
}

// IsReader reports whether something can be read from what has type t.
func IsReader(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Read")
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	sig := fn.Signature()
	return sig.Params().Len() == 1 && sig.Results().Len() == 2 && ssax.IsError(sig.Results().At(1).Type())
}

// holdsStream reports whether a value of type t is a stream, or an encoder, which has one.
func holdsStream(t types.Type) bool {
	if IsWriter(t) || IsReader(t) {
		return true
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Encode")
	_, ok := obj.(*types.Func)
	return ok
}

// IsStandardStream reports whether w is os.Stdout or os.Stderr.
func IsStandardStream(w ssa.Value) bool {
	return isVariable(w, "os", "Stdout") || isVariable(w, "os", "Stderr")
}

// isVariable reports whether v is what a variable of a package holds.
func isVariable(v ssa.Value, pkg, name string) bool {
	load, ok := ssax.Unwrap(v).(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Pkg != nil && g.Pkg.Pkg.Path() == pkg && g.Name() == name
}
