package fix

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// compose puts a sample together again, for another line.
func (fx *Fixer) compose(src *source.File, s *sample, r reached, w wanted, ctx string) (made, bool) {
	m := made{imports: slices.Concat(r.imports, s.imports)}
	callee, shape := s.callee, s.shape
	m.usesContext = r.usesContext
	text := r.text
	add := func(name, args string) {
		text = source.Qualified(text, name) + "(" + args + ")"
	}
	hasError := s.hasError
	leveled := false
	chain := s.chain()
	for _, l := range s.links {
		switch l.kind {
		case setsLevel:
			fn := withLevel(l.fn, w.level)
			if fn == nil {
				return m, false
			}
			leveled = true
			add(fn.Name(), "")
		case setsError:
			if w.value {
				continue
			}
			add(l.fn.Name(), strings.ReplaceAll(l.args, blank, w.err))
		case setsContext:
			if ctx != "" {
				add(l.fn.Name(), ctx)
				m.usesContext = true
			}
		}
	}
	if !leveled && !chain {
		if fn := withLevel(callee, w.level); fn != nil {
			callee = fn
		} else if levelOf(callee) < known.Warn && levelOf(callee) != known.NoLevel {
			return m, false
		}
	}
	callee = fx.forContext(callee, ctx != "" && (s.shape.ctx >= 0 || !fx.declines()))
	shape.ctx = shapeOf(callee.Signature()).ctx
	if shape.ctx >= 0 && s.shape.ctx < 0 {
		shape.msg, shape.err = shapeOf(callee.Signature()).msg, shapeOf(callee.Signature()).err
	}
	if shape.ctx < 0 && s.shape.ctx >= 0 {
		shape.msg, shape.err = shapeOf(callee.Signature()).msg, shapeOf(callee.Signature()).err
	}
	if shape.ctx >= 0 && ctx == "" {
		name, imports := src.Qualifier("context", "context")
		ctx, m.imports = name+".Background()", append(m.imports, imports...)
	}
	st := fx.style(s)
	message := st.say(w.message)

	sig := callee.Signature()
	n := sig.Params().Len()
	if sig.Variadic() {
		n--
	}
	if shape.form == plain && !hasError || w.value && shape.form == plain {
		// The error goes into a link before the line.
		last := s.chainType()
		if last == nil {
			return m, false
		}
		link, ok := fx.linkFor(last, w)
		if !ok {
			return m, false
		}
		text += "." + link
		if w.value {
			m.imports = append(m.imports, "runtime/debug")
		}
		hasError = true
	}
	if shape.form == values && !hasError && !w.value && s.root != nil {
		if link, ok := fx.linkFor(s.typ, w); ok {
			text += "." + link
			hasError = true
		}
	}
	inLink := slices.ContainsFunc(s.links, func(l link) bool { return l.kind == setsError }) && !w.value || shape.form == plain ||
		shape.form == values && hasError && s.errArgs == ""
	var rest string
	if sig.Variadic() && !inLink && shape.err < 0 || w.value {
		var ok bool
		if rest, message, ok = fx.errorArgs(&m, src, s, shape, w, message); !ok {
			return m, false
		}
	}
	if shape.form == formatted && rest == "" && shape.ctx < 0 {
		// Without operands no format is needed.
		for _, other := range source.Siblings(callee) {
			if other.Name() == strings.TrimSuffix(callee.Name(), "f") && shapeOf(other.Signature()).form == values {
				callee, shape, n = other, shapeOf(other.Signature()), 0
			}
		}
	}
	var args []string
	if ctx != "" && shape.form == values && fx.leading(s) {
		args = append(args, ctx)
		m.usesContext = true
	}
	for i := range n {
		switch i {
		case shape.ctx:
			args = append(args, ctx)
			m.usesContext = true
		case shape.err:
			if w.value {
				return m, false
			}
			args = append(args, w.err)
		case shape.msg:
			args = append(args, strconv.Quote(message))
		}
	}
	if shape.form == values {
		args = append(args, strconv.Quote(message))
	}
	if rest != "" {
		args = append(args, rest)
	}
	add(callee.Name(), strings.Join(args, ", "))
	m.text, m.logger = text, fx.nameFor(callee, chain, s)
	return m, true
}

// leading reports whether a line like s can be given a context as the first of
// its values: it is, or another of its package is.
func (fx *Fixer) leading(s *sample) bool {
	_, inTable := known.EffectOf(s.callee)
	return s.leading || !inTable && slices.ContainsFunc(fx.learn(), func(o *sample) bool {
		return o.leading && o.callee.Pkg() == s.callee.Pkg() && o.shape.form == s.shape.form
	})
}

// nameFor names what a line is written with, for the message of the fix.
func (fx *Fixer) nameFor(callee *types.Func, chain bool, s *sample) string {
	if s.pkg != nil && s.pkg != fx.Pass.Pkg && !chain {
		return s.pkg.Name() + "." + callee.Name()
	}
	return callee.Name()
}

// chain reports whether a line is put together by several calls, of which
// another than the last says its level.
func (s *sample) chain() bool {
	return slices.ContainsFunc(s.links, func(l link) bool {
		effect, _ := known.EffectOf(l.fn)
		return effect.Level != known.NoLevel
	})
}

// chainType returns the type of what the last call is called on, nil if that
// is a package.
func (s *sample) chainType() types.Type {
	if recv := s.callee.Signature().Recv(); recv != nil {
		return recv.Type()
	}
	return nil
}

// declines reports whether the lines of the package do without the contexts that
// they could carry: one that carries its own would be a stranger among them.
func (fx *Fixer) declines() bool {
	return slices.ContainsFunc(fx.result.Findings, func(f errfate.Finding) bool { return f.Category == defect.CatNoContext }) &&
		!slices.ContainsFunc(fx.learn(), func(s *sample) bool {
			effect, _ := known.EffectOf(s.callee)
			return s.shape.ctx >= 0 || effect.TakesContext
		})
}

// forContext returns the variant of a function that takes a context, or the
// one that takes none.
func (fx *Fixer) forContext(fn *types.Func, have bool) *types.Func {
	effect, ok := known.EffectOf(fn)
	switch {
	case !ok:
		return fn
	case have && effect.Context != "":
		for _, other := range source.Siblings(fn) {
			if other.Name() == effect.Context {
				return other
			}
		}
	case !have && effect.TakesContext:
		for _, other := range source.Siblings(fn) {
			if e, ok := known.EffectOf(other); ok && e.Context == fn.Name() {
				return other
			}
		}
	}
	return fn
}

// linkFor returns the call that adds an error to a line under way: the method
// of its type that takes an error alone and returns something like it.
func (fx *Fixer) linkFor(t types.Type, w wanted) (string, bool) {
	if w.value {
		value := chained(t, types.NewInterfaceType(nil, nil), "Interface", "Any")
		stack := chained(t, types.NewSlice(types.Typ[types.Byte]), "Bytes", "Str")
		if value == "" || stack == "" {
			return "", false
		}
		return value + `("panic", ` + w.err + `).` + stack + `("stack", debug.Stack())`, true
	}
	best := ""
	for _, m := range source.Methods(t) {
		sig := m.Signature()
		if sig.Params().Len() == 1 && sig.Results().Len() == 1 && !sig.Variadic() && source.IsError(sig.Params().At(0).Type()) && m.Exported() {
			if best == "" || len(m.Name()) < len(best) {
				best = m.Name()
			}
		}
	}
	return best + "(" + w.err + ")", best != ""
}

// chained returns the method among names that takes a key and a value of a
// type.
func chained(t, value types.Type, names ...string) string {
	for _, name := range names {
		m := source.Method(t, name)
		if m == nil || m.Signature().Params().Len() != 2 {
			continue
		}
		if p := m.Signature().Params(); source.IsString(p.At(0).Type()) && types.Identical(p.At(1).Type().Underlying(), value.Underlying()) {
			return name
		}
	}
	return ""
}

// errorArgs returns the arguments after the message, and the message as it
// has to be with them.
func (fx *Fixer) errorArgs(m *made, src *source.File, s *sample, shape shape, w wanted, message string) (rest, msg string, ok bool) {
	st := fx.style(s)
	if w.value {
		name, imports := src.Qualifier("runtime/debug", "debug")
		m.imports = append(m.imports, imports...)
		stack := name + ".Stack()"
		switch shape.form {
		case pairs:
			return `"panic", ` + w.err + `, "stack", string(` + stack + `)`, message, true
		case formatted:
			return w.err + ", " + stack, message + ": %v\n%s", true
		case values:
			if fx.keyed(s) {
				return `"panic", ` + w.err + `, "stack", string(` + stack + `)`, message, true
			}
			return w.err + `, string(` + stack + `)`, message + st.tail, true
		case fields:
			text, ok := fx.fieldCalls(m, src, s, w, stack)
			return text, message, ok
		case plain:
			return "", message, true
		}
		return "", message, false
	}
	args := strings.ReplaceAll(s.errArgs, blank, w.err)
	switch shape.form {
	case pairs:
		if args == "" {
			args = strconv.Quote(st.key) + ", " + w.err
		}
		return args, message, true
	case fields:
		if args == "" {
			args, ok = fx.fieldCalls(m, src, s, w, "")
			return args, message, ok
		}
		return args, message, true
	case formatted:
		if args == "" {
			args = w.err
		}
		return args, strings.ReplaceAll(message, "%", "%%") + st.sep + st.verb, true
	case values:
		if args == "" {
			args = w.err
		}
		return args, message + st.tail, true
	}
	return "", message, true
}

// keyed reports whether lines like s, which take any values, are given keys and
// values after their message.
func (fx *Fixer) keyed(s *sample) bool {
	return slices.ContainsFunc(fx.learn(), func(o *sample) bool {
		if o.callee.Pkg() != s.callee.Pkg() || o.shape.form != values {
			return false
		}
		message := slices.Index(o.call.Args, o.messageOf(o.call))
		if message < 0 || len(o.call.Args) < message+3 {
			return false
		}
		key := fx.Constant(o.call.Args[message+1])
		return key != "" && !strings.ContainsAny(key, " :") && fx.Constant(o.call.Args[message+2]) == ""
	})
}

// fieldCalls returns the calls that make the fields of a line from an error,
// or from a recovered value and a stack: functions of the field's package, by
// their signatures.
func (fx *Fixer) fieldCalls(m *made, src *source.File, s *sample, w wanted, stack string) (string, bool) {
	sig := s.callee.Signature()
	elem := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice).Elem()
	pkg := s.callee.Pkg()
	name, imports := src.Qualifier(pkg.Path(), pkg.Name())
	m.imports = append(m.imports, imports...)
	function := func(names []string, params ...types.Type) string {
		for _, n := range names {
			fn, ok := pkg.Scope().Lookup(n).(*types.Func)
			if !ok || fn.Signature().Params().Len() != len(params) || fn.Signature().Results().Len() != 1 || !types.Identical(fn.Signature().Results().At(0).Type(), elem) {
				continue
			}
			same := true
			for i, p := range params {
				same = same && types.Identical(fn.Signature().Params().At(i).Type().Underlying(), p.Underlying())
			}
			if same {
				return source.Qualified(name, n)
			}
		}
		return ""
	}
	str := types.Typ[types.String]
	if stack == "" {
		if fn := function([]string{"Error", "Err"}, types.Universe.Lookup("error").Type()); fn != "" {
			return fn + "(" + w.err + ")", true
		}
		if fn := function([]string{"Any"}, str, types.NewInterfaceType(nil, nil)); fn != "" {
			return fn + `("err", ` + w.err + ")", true
		}
		return "", false
	}
	value := function([]string{"Any"}, str, types.NewInterfaceType(nil, nil))
	text := function([]string{"ByteString"}, str, types.NewSlice(types.Typ[types.Byte]))
	if text == "" {
		if text, stack = function([]string{"String"}, str, str), "string("+stack+")"; text == "" {
			return "", false
		}
	}
	return value + `("panic", ` + w.err + `), ` + text + `("stack", ` + stack + ")", value != ""
}
