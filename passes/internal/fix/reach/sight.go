package reach

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// A logger that is taken from a context is none where nothing has put one there:
// what is written with it is lost as well. So one is taken only where that is
// seen.

// gives reports whether what makes a logger of a context gives one that writes at
// pos: always, or because loggers of its kind are put into contexts, or because a
// line in the same function, or in one that calls it or is called by it, is written
// with it already.
func (lg *Loggers) gives(src *source.File, maker types.Object, pos token.Pos) bool {
	sig, ok := maker.Type().Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 || sig.Results().Len() == 0 || !holdsValues(sig.Params().At(0).Type()) {
		return true // it makes its logger of something else
	}
	path := maker.Pkg().Path()
	if known.AlwaysGivesLogger(path, maker.Name()) || slices.Contains(lg.sure, path+"."+maker.Name()) {
		return true
	}
	made := source.NamedType(sig.Results().At(0).Type())
	for _, put := range lg.put {
		// The functions of a library stand in several packages: zerolog/log.
		near := !lg.pkg.IsOwn(put) && (strings.HasPrefix(path, put+"/") || strings.HasPrefix(put, path+"/"))
		if put == path || near || made != nil && made.Pkg() != nil && made.Pkg().Path() == put {
			return true
		}
	}
	fn := src.Declaration(pos)
	if fn == nil {
		return false
	}
	here := lg.usersOf(maker)
	if here[fn] {
		return true
	}
	for other := range here {
		if lg.callsDecl(other, fn) || lg.callsDecl(fn, other) {
			return true
		}
	}
	return false
}

// holdsValues reports whether things are put into a value of type t and taken out
// again: a context, or a request that has one.
func holdsValues(t types.Type) bool {
	if source.IsContext(t) {
		return true
	}
	for _, name := range []string{"Context", "Value", "Get", "Locals"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			return true
		}
	}
	return false
}

// usersOf returns the functions that call a maker of loggers.
func (lg *Loggers) usersOf(maker types.Object) map[*ast.FuncDecl]bool {
	if users, ok := lg.users[maker]; ok {
		return users
	}
	users := make(map[*ast.FuncDecl]bool)
	lg.eachCall(func(fn *ast.FuncDecl, call *ast.CallExpr) {
		if lg.maker(call) == maker {
			users[fn] = true
		}
	})
	if lg.users == nil {
		lg.users = make(map[types.Object]map[*ast.FuncDecl]bool)
	}
	lg.users[maker] = users
	return users
}

// callsDecl reports whether a function of the package calls another by name.
func (lg *Loggers) callsDecl(fn, other *ast.FuncDecl) bool {
	if lg.calling == nil {
		lg.calling = make(map[*ast.FuncDecl]map[types.Object]bool)
		lg.eachCall(func(fn *ast.FuncDecl, call *ast.CallExpr) {
			if callee := lg.pkg.Callee(call); callee != nil && callee.Pkg() == lg.pkg.Pass.Pkg {
				if lg.calling[fn] == nil {
					lg.calling[fn] = make(map[types.Object]bool)
				}
				lg.calling[fn][callee.Origin()] = true
			}
		})
	}
	return lg.calling[fn][lg.pkg.Pass.TypesInfo.Defs[other.Name]]
}

// eachCall calls visit for the calls in the functions of the package.
func (lg *Loggers) eachCall(visit func(fn *ast.FuncDecl, call *ast.CallExpr)) {
	for _, file := range lg.pkg.Files {
		for _, decl := range file.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					visit(fn, call)
				}
				return true
			})
		}
	}
}
