package phrase

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// Of returns what a call does, in words that begin with a verb: "read
// file", "get connector". It goes by the callee's name, and by what the call
// is made on where that says nothing.
func Of(pkg *source.Package, call *ast.CallExpr) []string {
	fn := pkg.Callee(call)
	if fn != nil {
		if phrase := known.Doing(fn); phrase != "" {
			return strings.Fields(phrase)
		}
	}
	name := ""
	var on ast.Expr
	switch fun := source.Unindexed(call.Fun).(type) {
	case *ast.SelectorExpr:
		name, on = fun.Sel.Name, fun.X
	case *ast.Ident:
		name = fun.Name
	}
	words := convention.Words(name)
	if len(words) == 0 {
		return []string{"run", "function"}
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "context" || w == "ctx" })
	if len(words) == 0 {
		return []string{"get", "context"}
	}
	words = wellKnown(inOrder(pithy(words)))
	sig, _ := pkg.Pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	switch {
	case words[0] == "new":
		return create(words[1:], sig, fn)
	case prepositions[words[0]] && gives(sig) && len(words) > 1:
		return append([]string{"convert"}, words...) // to ASCII
	case (!isVerb(words[0]) || words[0] == "auth") && endsInVerb(words, gives(sig)) && !(gives(sig) && source.IsBool(sig.Results().At(0).Type())):
		return verbFirst(words)
	case !isVerb(words[0]) && !gives(sig):
		return append([]string{"run"}, words...) // it does something, and its name is all that is known
	case !isVerb(words[0]) && len(words) == 1 && vague[words[0]]:
		if of := object(pkg, call, on, fn); len(of) > 0 && !prepositions[of[0]] {
			return append([]string{"get"}, of...) // agent.Self
		}
		return append([]string{"get"}, words...)
	case !isVerb(words[0]) || nouns[words[0]] && len(words) == 1 && len(call.Args) == 0 && gives(sig):
		if source.IsBool(sig.Results().At(0).Type()) {
			return question(words, func() []string { return object(pkg, call, on, fn) })
		}
		return append([]string{"get"}, words...)
	case compounds[words[0]] != "":
		verb := strings.Fields(compounds[words[0]])
		if len(words) == 1 {
			return append(verb, object(pkg, call, on, fn)...)
		}
		return append(verb, words[1:]...)
	case len(words) == 1 && (words[0] == "exists" || words[0] == "exist"):
		return append([]string{"look", "for"}, object(pkg, call, on, fn)...)
	case len(words) == 1:
		object := slices.Clone(object(pkg, call, on, fn))
		if len(object) == 0 {
			object = made(sig) // parse(c)
		}
		if len(object) > 0 && object[0] == words[0] {
			object = object[1:] // retry of the package of that name
		}
		if n := len(object); n > 0 && ofMany[words[0]] && !prepositions[object[0]] {
			if n > 1 && object[n-1] == "list" {
				object = object[:n-1] // what a list of clusters lists is clusters
			}
			object[len(object)-1] = plural(object[len(object)-1])
		}
		return append(words, object...)
	case len(words) == 2 && words[1] == "all":
		if of := object(pkg, call, on, fn); len(of) > 0 {
			of = slices.Clone(of)
			of[len(of)-1] = plural(of[len(of)-1])
			return slices.Concat(words, of)
		}
	case len(words) == 2 && strings.HasSuffix(words[1], "ed") && gives(sig):
		return append(words, convention.Words(source.TypeName(sig.Results().At(0).Type()))...) // parse signed token
	case words[1] == "all", words[0] == "run" && len(words) > 2 && words[1] == "in":
		return words // find all records, run in transaction
	case prepositions[words[1]]:
		object := object(pkg, call, on, fn)
		if words[1] == "with" && getters[words[0]] {
			// With what it comes is not what is gotten: getWithRepo.
			if of := made(sig); of != nil {
				object = of
			}
			words = words[:2]
			if len(object) > 0 {
				return append(words[:1:1], object...)
			}
		}
		switch {
		case len(words) == 3 && roles[words[2]] && len(object) > 0 && !prepositions[object[0]]:
			return append(words[:2:2], object...) // readFromReader(pipe)
		case len(object) == 0 && len(words) > 2:
			return words // register with account
		case len(object) == 0:
			return words[:1]
		case len(words) == 2 && !prepositions[object[0]]:
			return append(slices.Clone(words), object...) // write to connection
		case len(words) > 2:
			return slices.Concat(words[:1], object, words[1:]) // get user by name
		}
		return append(words[:1:1], object...)
	}
	return words
}

// inOrder returns the words of a name as they are said: GetMessageRaw gets a raw message, and
// what QueryRowAndClose does after it has queried, it does in any case.
func inOrder(words []string) []string {
	if i := slices.Index(words, "and"); i > 0 {
		words = words[:i]
	}
	if n := len(words); n > 2 && isVerb(words[0]) && likes[words[n-1]] {
		words = slices.Insert(slices.Clone(words[:n-1]), 1, words[n-1])
	}
	return words
}

// wellKnown returns the words of a name with what programs shorten written out.
func wellKnown(words []string) []string {
	if words[0] == "mkdir" {
		return []string{"create", "directory"}
	}
	if verb, ok := shortened[words[0]]; ok {
		return append([]string{verb}, words[1:]...)
	}
	return words
}

// isVerb reports whether a word is a verb, or one that un-, re- or de- has turned round.
func isVerb(word string) bool {
	for _, prefix := range []string{"", "un", "re", "de", "dis"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok && verbs[rest] {
			return true
		}
	}
	return false
}

// create returns what a constructor does whose name says what it makes, or its type does, or its package.
func create(what []string, sig *types.Signature, fn *types.Func) []string {
	if len(what) == 0 || prepositions[what[0]] {
		if of := made(sig); of != nil {
			what = of // NewForConfig makes what it gives
		}
	}
	if len(what) == 0 && fn != nil && fn.Pkg() != nil {
		what = convention.Words(fn.Pkg().Name())
	}
	return append([]string{"create"}, what...)
}

// made names the type of what a function gives, nil if that is of no type of its own.
func made(sig *types.Signature) []string {
	if !gives(sig) {
		return nil
	}
	t := sig.Results().At(0).Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	switch t.Underlying().(type) {
	case *types.Struct, *types.Interface:
		if words := convention.Words(source.TypeName(t)); len(words) > 0 && !kinds[words[0]] {
			return words
		}
	}
	return nil
}

// OfFunction returns what a function does that is known by its name alone.
func OfFunction(name string) []string {
	words := convention.Words(name)
	if len(words) > 0 && verbs[words[0]] {
		return words
	}
	return append([]string{"run"}, words...)
}

// endsInVerb reports whether the words of a name end in what is done to those
// before: RegistryCreate, RepoListAll. What gives something may as well be
// named for that: LastCommit.
func endsInVerb(words []string, gives bool) bool {
	n := len(words)
	if n > 2 && words[n-1] == "all" {
		n--
	}
	last := words[n-1]
	return n > 1 && verbs[last] && (!gives || ofMany[last] || !nouns[last] && !states[last] && !given[last])
}

// verbFirst puts the verb that ends a name before what it is done to.
func verbFirst(words []string) []string {
	n := len(words)
	first := []string{words[n-1]}
	if words[n-1] == "exists" || words[n-1] == "exist" {
		return append([]string{"look", "for"}, words[:n-1]...) // userExists, which gives the user
	}
	if words[n-1] == "all" {
		n--
		first = []string{words[n-1], "all"}
	}
	if compound := compounds[first[0]]; compound != "" {
		first = strings.Fields(compound)
	}
	object := slices.Clone(words[:n-1])
	if ofMany[first[0]] {
		object[n-2] = plural(object[n-2])
	}
	return append(first, object...)
}

// pithy returns the words of a name without what says how it is done and not
// what: saveLocked saves, and so do trySave and forceSave.
func pithy(words []string) []string {
	for len(words) > 1 && attempts[words[0]] && verbs[words[1]] {
		words = words[1:]
	}
	if len(words) > 2 && !verbs[words[0]] && verbs[words[1]] && prepositions[words[2]] {
		words = words[1:] // auxRunInTransaction runs something in a transaction
	}
	for len(words) > 1 && (hows[words[len(words)-1]] || words[len(words)-1] == "with") {
		words = words[:len(words)-1]
	}
	return words
}

// question returns what a function asks whose name is no verb: crossClientTrusted,
// isReady, hasAccess.
func question(words []string, object func() []string) []string {
	last := words[len(words)-1]
	asks := words[0] == "is" || words[0] == "are"
	if asks {
		words = words[1:]
	}
	switch {
	case len(words) == 0:
		return []string{"check", "state"}
	case last == "exists" || last == "exist":
		return append([]string{"check", "whether"}, words...)
	case words[0] == "has" && len(words) > 1:
		return append([]string{"check", "for"}, words[1:]...)
	case !states[last] && !strings.HasSuffix(last, "ed") && !strings.HasSuffix(last, "able") && !strings.HasSuffix(last, "ible"):
		return append([]string{"check"}, words...)
	case len(words) > 1:
		return slices.Concat([]string{"check", "whether"}, words[:len(words)-1], []string{"is", last})
	}
	if of := object(); len(of) > 0 && !prepositions[of[0]] {
		return slices.Concat([]string{"check", "whether"}, of, []string{"is", last})
	}
	return append([]string{"check", "whether", "it", "is"}, last)
}

// gives reports whether a function returns something beside an error.
func gives(sig *types.Signature) bool {
	return sig != nil && sig.Results().Len() > 0 && !source.IsError(sig.Results().At(0).Type())
}
