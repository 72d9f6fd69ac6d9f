package linewriter

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

// compose puts a sample together again, for another line.
func (wr *Writer) compose(src *source.File, s *style.Sample, r reach.Reached, w Wanted, ctx string) (Line, bool) {
	m := Line{Imports: slices.Concat(r.Imports, s.Imports)}
	callee, shape := s.Callee, s.Shape
	m.usesContext = r.UsesContext
	text := r.Text
	add := func(name, args string) {
		text = source.Qualified(text, name) + "(" + args + ")"
	}
	hasError := s.HasError
	leveled := false
	chain := s.Chain()
	for _, l := range s.Links {
		switch l.Kind {
		case style.SetsLevel:
			fn := style.WithLevel(l.Fn, w.Level)
			if fn == nil {
				return m, false
			}
			leveled = true
			add(fn.Name(), "")
		case style.SetsError:
			if w.Value {
				continue
			}
			add(l.Fn.Name(), strings.ReplaceAll(l.Args, style.Blank, w.Err))
		case style.SetsContext:
			if ctx != "" {
				add(l.Fn.Name(), ctx)
				m.usesContext = true
			}
		}
	}
	if !leveled && !chain {
		if fn := style.WithLevel(callee, w.Level); fn != nil {
			callee = fn
		} else if style.LevelOf(callee) < known.Warn && style.LevelOf(callee) != known.NoLevel {
			return m, false
		}
	}
	callee = wr.forContext(callee, ctx != "" && (s.Shape.Ctx >= 0 || !wr.declines()))
	shape.Ctx = style.ShapeOf(callee.Signature()).Ctx
	if shape.Ctx >= 0 && s.Shape.Ctx < 0 {
		shape.Msg, shape.Err = style.ShapeOf(callee.Signature()).Msg, style.ShapeOf(callee.Signature()).Err
	}
	if shape.Ctx < 0 && s.Shape.Ctx >= 0 {
		shape.Msg, shape.Err = style.ShapeOf(callee.Signature()).Msg, style.ShapeOf(callee.Signature()).Err
	}
	if shape.Ctx >= 0 && ctx == "" {
		name, imports := src.Qualifier("context", "context")
		ctx, m.Imports = name+".Background()", append(m.Imports, imports...)
	}
	st := wr.lines.Of(s)
	message := wr.lines.Prefix(src, w.Pos) + st.Say(w.Message)

	sig := callee.Signature()
	n := sig.Params().Len()
	if sig.Variadic() {
		n--
	}
	about, named := wr.subjectOf(src, w)
	if last := s.ChainType(); named && shape.Form == style.Plain && last != nil {
		if link := wr.link(src, last, about); link != "" {
			text += "." + link
		}
	}
	if shape.Form == style.Plain && !hasError || w.Value && shape.Form == style.Plain {
		// The error goes into a link before the line.
		last := s.ChainType()
		if last == nil {
			return m, false
		}
		link, ok := wr.linkFor(last, w)
		if !ok {
			return m, false
		}
		text += "." + link
		if w.Value {
			m.Imports = append(m.Imports, "runtime/debug")
		}
		hasError = true
	}
	if shape.Form == style.Values && !hasError && !w.Value && s.Root != nil {
		if link, ok := wr.linkFor(s.Type, w); ok {
			text += "." + link
			hasError = true
		}
	}
	inLink := slices.ContainsFunc(s.Links, func(l style.Link) bool { return l.Kind == style.SetsError }) && !w.Value || shape.Form == style.Plain ||
		shape.Form == style.Values && hasError && s.ErrArgs == ""
	var rest string
	if sig.Variadic() && !inLink && shape.Err < 0 || w.Value {
		var ok bool
		formatted := named && shape.Form == style.Formatted && !slices.Contains(w.Message, "whether")
		if rest, message, ok = wr.errorArgs(&m, src, s, shape, w, message); !ok {
			return m, false
		}
		if before, ok := strings.CutSuffix(message, st.Sep+st.Verb); formatted && ok {
			message, rest = before+" "+about.verb()+st.Sep+st.Verb, about.text+", "+rest
		}
	}
	if shape.Form == style.Formatted && rest == "" && shape.Ctx < 0 {
		// Without operands no format is needed.
		for _, other := range source.Siblings(callee) {
			if other.Name() == strings.TrimSuffix(callee.Name(), "f") && style.ShapeOf(other.Signature()).Form == style.Values {
				callee, shape, n = other, style.ShapeOf(other.Signature()), 0
			}
		}
	}
	var args []string
	if ctx != "" && shape.Form == style.Values && wr.lines.Leads(s) {
		args = append(args, ctx)
		m.usesContext = true
	}
	for i := range n {
		switch i {
		case shape.Ctx:
			args = append(args, ctx)
			m.usesContext = true
		case shape.Err:
			if w.Value {
				return m, false
			}
			args = append(args, w.Err)
		case shape.Msg:
			args = append(args, strconv.Quote(message))
		}
	}
	if shape.Form == style.Values {
		args = append(args, strconv.Quote(message))
	}
	said := wr.attributes(src, s, w)
	if said == "" && named {
		var imports []string
		said, imports = wr.said(src, s, about)
		m.Imports = append(m.Imports, imports...)
	}
	if said != "" {
		args = append(args, said)
	}
	if rest != "" {
		args = append(args, rest)
	}
	add(callee.Name(), strings.Join(args, ", "))
	m.Text, m.logger = text, wr.nameFor(callee, chain, s)
	return m, true
}

// nameFor names what a line is written with, for the message of the fix.
func (wr *Writer) nameFor(callee *types.Func, chain bool, s *style.Sample) string {
	if s.Pkg != nil && s.Pkg != wr.pkg.Pass.Pkg && !chain {
		return s.Pkg.Name() + "." + callee.Name()
	}
	return callee.Name()
}

// declines reports whether the lines of the package do without the contexts that
// they could carry: one that carries its own would be a stranger among them.
func (wr *Writer) declines() bool {
	return slices.ContainsFunc(wr.findings, func(f defect.Finding) bool { return f.Category == defect.CatNoContext }) &&
		!slices.ContainsFunc(wr.lines.Samples(), func(s *style.Sample) bool {
			effect, _ := known.EffectOf(s.Callee)
			return s.Shape.Ctx >= 0 || effect.TakesContext
		})
}

// forContext returns the variant of a function that takes a context, or the
// one that takes none.
func (wr *Writer) forContext(fn *types.Func, have bool) *types.Func {
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
func (wr *Writer) linkFor(t types.Type, w Wanted) (string, bool) {
	if w.Value {
		value := chained(t, types.NewInterfaceType(nil, nil), "Interface", "Any")
		if w.Stacked {
			return value + `("panic", ` + w.Err + `)`, value != ""
		}
		stack := chained(t, types.NewSlice(types.Typ[types.Byte]), "Bytes", "Str")
		if value == "" || stack == "" {
			return "", false
		}
		return value + `("panic", ` + w.Err + `).` + stack + `("stack", debug.Stack())`, true
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
	return best + "(" + w.Err + ")", best != ""
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
func (wr *Writer) errorArgs(m *Line, src *source.File, s *style.Sample, shape style.Shape, w Wanted, message string) (rest, msg string, ok bool) {
	st := wr.lines.Of(s)
	if w.Value && w.Stacked {
		switch {
		case shape.Form == style.Pairs, shape.Form == style.Values && wr.lines.Keyed(s):
			return `"panic", ` + w.Err, message, true
		case shape.Form == style.Formatted:
			return w.Err, message + ": %v", true
		case shape.Form == style.Values:
			return w.Err, message + st.Tail, true
		}
		return "", message, false
	}
	if w.Value {
		name, imports := src.Qualifier("runtime/debug", "debug")
		m.Imports = append(m.Imports, imports...)
		stack := name + ".Stack()"
		switch shape.Form {
		case style.Pairs:
			return `"panic", ` + w.Err + `, "stack", string(` + stack + `)`, message, true
		case style.Formatted:
			return w.Err + ", " + stack, message + ": %v\n%s", true
		case style.Values:
			if wr.lines.Keyed(s) {
				return `"panic", ` + w.Err + `, "stack", string(` + stack + `)`, message, true
			}
			return w.Err + `, string(` + stack + `)`, message + st.Tail, true
		case style.Fields:
			text, ok := wr.fieldCalls(m, src, s, w, stack)
			return text, message, ok
		case style.Plain:
			return "", message, true
		}
		return "", message, false
	}
	args := strings.ReplaceAll(s.ErrArgs, style.Blank, w.Err)
	switch shape.Form {
	case style.Pairs:
		if args == "" {
			args = strconv.Quote(st.Key) + ", " + w.Err
		}
		return args, message, true
	case style.Fields:
		if args == "" {
			args, ok = wr.fieldCalls(m, src, s, w, "")
			return args, message, ok
		}
		return args, message, true
	case style.Formatted:
		if args == "" {
			args = w.Err
		}
		return args, strings.ReplaceAll(message, "%", "%%") + st.Sep + st.Verb, true
	case style.Values:
		if args == "" {
			args = w.Err
		}
		return args, message + st.Tail, true
	}
	return "", message, true
}

// fieldCalls returns the calls that make the fields of a line from an error,
// or from a recovered value and a stack: functions of the field's package, by
// their signatures.
func (wr *Writer) fieldCalls(m *Line, src *source.File, s *style.Sample, w Wanted, stack string) (string, bool) {
	sig := s.Callee.Signature()
	elem := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice).Elem()
	pkg := s.Callee.Pkg()
	name, imports := src.Qualifier(pkg.Path(), pkg.Name())
	m.Imports = append(m.Imports, imports...)
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
			return fn + "(" + w.Err + ")", true
		}
		if fn := function([]string{"Any"}, str, types.NewInterfaceType(nil, nil)); fn != "" {
			return fn + `("err", ` + w.Err + ")", true
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
	return value + `("panic", ` + w.Err + `), ` + text + `("stack", ` + stack + ")", value != ""
}
