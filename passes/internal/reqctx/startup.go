package reqctx

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Start-up has no request: its lines are not to be tied to one, whatever
// context is at hand. What start-up is follows from who calls a function: it
// is, if only start-up does.

// startup returns the functions of a main package that run before the program
// serves: main, init, and what only they refer to.
func (x *Index) startup() map[*ast.FuncDecl]bool {
	if x.startups == nil {
		x.startups = make(map[*ast.FuncDecl]bool)
		if x.Pass.Pkg.Name() == "main" {
			x.startups = x.onlyFrom(func(decl *ast.FuncDecl) bool {
				return isInitDecl(decl) || decl.Recv == nil && decl.Name.Name == "main"
			})
		}
	}
	return x.startups
}

// Preparing reports whether fn prepares what will handle requests: its name
// says so, or only functions whose names do call it. This is weaker than
// start-up in main, which it cannot be anything else than.
func (x *Index) Preparing(fn *ssa.Function) bool {
	if x.preparers == nil {
		x.preparers = x.onlyFrom(prepares)
	}
	decl, ok := ssax.Outermost(fn).Syntax().(*ast.FuncDecl)
	return ok && x.preparers[decl]
}

// prepares reports whether a function's name says that it runs before there
// are requests. A method that starts or opens something does so for whoever
// asks: it is what a service is for.
func prepares(decl *ast.FuncDecl) bool {
	return convention.Prepares(decl.Name.Name, decl.Recv != nil)
}

// onlyFrom returns the functions that root says yes to, and those that are
// not exported and that only these call.
func (x *values) onlyFrom(root func(*ast.FuncDecl) bool) map[*ast.FuncDecl]bool {
	users, taken := x.uses()
	result := map[*ast.FuncDecl]bool{command: true}
	var decls []*ast.FuncDecl
	for _, file := range x.Pass.Files {
		for _, d := range file.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok {
				decls = append(decls, decl)
				result[decl] = root(decl)
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for _, decl := range decls {
			if result[decl] || taken[decl] || len(users[decl]) == 0 {
				continue
			}
			all, inits := true, true
			for _, user := range users[decl] {
				all = all && (result[user] || user == decl)
				inits = inits && isInitDecl(user)
			}
			// Other packages may call what is exported, but not what is written
			// to be registered.
			if all && (inits || !decl.Name.IsExported() || x.Pass.Pkg.Name() == "main") {
				result[decl] = true
				changed = true
			}
		}
	}
	return result
}

// isInitDecl reports whether a declaration is that of an init function.
func isInitDecl(decl *ast.FuncDecl) bool { return decl.Recv == nil && decl.Name.Name == "init" }

// uses returns which functions call each function of the package, and those
// that are used other than by a call, or called by a handler that is a literal:
// the function around it does not call them. What init hands on, as migrations
// are, counts as called by it: handlers that it registers have their request.
func (x *values) uses() (users map[*ast.FuncDecl][]*ast.FuncDecl, taken map[*ast.FuncDecl]bool) {
	decls := make(map[types.Object]*ast.FuncDecl)
	users = make(map[*ast.FuncDecl][]*ast.FuncDecl)
	taken = make(map[*ast.FuncDecl]bool)
	for _, file := range x.Pass.Files {
		for _, d := range file.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok {
				decls[x.Pass.TypesInfo.Defs[decl.Name]] = decl
			}
		}
	}
	for _, file := range x.Pass.Files {
		if x.IsTest(file) {
			continue // what is known must not depend on whether tests are loaded
		}
		for _, d := range file.Decls {
			user, _ := d.(*ast.FuncDecl)
			called := make(map[*ast.Ident]bool)
			var handler, cmd *ast.FuncLit // the last ones entered
			ast.Inspect(d, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncLit:
					if (handler == nil || n.Pos() >= handler.End()) && x.servesRequest(n) {
						handler = n
					}
					if x.isCommand(n) {
						cmd = n
					}
				case *ast.CallExpr:
					switch fun := ast.Unparen(n.Fun).(type) {
					case *ast.Ident:
						called[fun] = true
					case *ast.SelectorExpr:
						called[fun.Sel] = true
					}
				case *ast.Ident:
					if decl, ok := decls[x.Pass.TypesInfo.Uses[n]]; ok {
						user := user
						if user == nil && cmd != nil && n.Pos() < cmd.End() {
							user = command
						}
						if user == nil || !called[n] && !isInitDecl(user) || handler != nil && n.Pos() < handler.End() {
							taken[decl] = true
						} else {
							users[decl] = append(users[decl], user)
						}
					}
				}
				return true
			})
		}
	}
	return users, taken
}

// servesRequest reports whether a literal is given a request.
func (x *values) servesRequest(lit *ast.FuncLit) bool {
	sig, ok := x.Pass.TypesInfo.TypeOf(lit).(*types.Signature)
	if !ok {
		return false
	}
	for p := range sig.Params().Variables() {
		if x.IsServed(p.Type()) {
			return true
		}
	}
	return false
}

// command stands for the literals that commands run, which no declaration
// holds: they are start-up as main is.
var command = &ast.FuncDecl{Name: ast.NewIdent("command")}

// isCommand reports whether a literal is what a command of cobra runs.
func (x *values) isCommand(lit *ast.FuncLit) bool {
	sig, ok := x.Pass.TypesInfo.TypeOf(lit).(*types.Signature)
	return ok && sig.Params().Len() > 0 && ssax.IsNamed(sig.Params().At(0).Type(), "github.com/spf13/cobra", "Command")
}
