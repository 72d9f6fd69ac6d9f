// Package aftermath says what happens instead of what a failed call was to do: what is told to
// the caller or the client, and where that goes which stands in for the result of the call.
//
// Its laws: it says only what is on the way of a path that loses the error; what stands in is
// named by its value only where the callee shows that it is that with an error; and where
// nothing can be shown, nothing is said.
package aftermath

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// maxBlocks bounds the functions in which calls are followed at whose error nothing looks: what that
// takes grows with the square of their length where there are many.
const maxBlocks = 2000

// An Index looks into the functions of a package.
type Index struct {
	*fates.Package
	calls map[*ssa.Function][]*ssa.Call // see sites
}

// New returns one for a package.
func New(pkg *fates.Package) *Index { return &Index{Package: pkg} }

// A loss is an error that is lost, with the way on which it is.
type loss struct {
	x *Index
	o *origin.Origin
	// path has the blocks from the origin to the end, nil if nothing looks at the error: then it is
	// lost on every way.
	path  []*ssa.BasicBlock
	from  ssa.Instruction          // the call that fails, or that of the function in which something did
	on    map[*ssa.BasicBlock]bool // the blocks after the loss; of the first, what comes after the call
	lines func(ssa.Instruction) int
}

// Of says what happens instead on the path of a flow to an end; continues says that it leads
// to the next round of a loop. line returns the line of an instruction.
func (x *Index) Of(o *origin.Origin, t *errflow.Flow, end *errflow.End, continues bool, line func(ssa.Instruction) int) defect.Consequence {
	l := &loss{x: x, o: o, path: t.Path(*end), on: make(map[*ssa.BasicBlock]bool), lines: line}
	if o.Instr != nil {
		l.from = o.Instr
	}
	tested := end.Test() < 0
	for i, b := range l.path {
		if tested || b.Index == end.Branch() || i > 0 && l.path[i-1].Index == end.Test() {
			tested = true
			l.on[b] = true
		}
	}
	ret, _ := end.Instr.(*ssa.Return)
	c := l.consequence(ret)
	if c.Kind != defect.NothingShown && (c.Kind != defect.ReturnsStand || c.In != "") {
		return c
	}
	others := l.others(end.Test())
	if call := l.skipped(others); call != nil {
		return defect.Consequence{
			Kind: defect.SkipsCall, Callee: l.callee(call),
			Unsure: l.answeredBy(o.Instr) || answers(l) || ofAnother(call.Block(), o.Value) || calls(l, call),
		}
	}
	switch {
	case c.Kind != defect.NothingShown:
		return c
	case continues, end.Kind == errflow.EndRound:
		return defect.Consequence{Kind: defect.SkipsItem, Unsure: !l.ranges() || l.keeps()}
	case end.Kind == errflow.EndReturn && o.Fn.Signature.Results().Len() == 0 && t.Because(end, end.Instr.Block()) && l.leaves(others):
		c := defect.Consequence{Kind: defect.EndsWork, Unsure: l.answeredBy(o.Instr) || answers(l) || l.comesBack(others)}
		if o.Fn.Parent() == nil {
			c.In = l.x.name(o.Fn)
		}
		return c
	}
	return defect.Consequence{}
}

// OfUnlooked says what happens instead of a call at whose error nothing looks.
func (x *Index) OfUnlooked(o *origin.Origin, line func(ssa.Instruction) int) defect.Consequence {
	call, ok := o.Instr.(*ssa.Call)
	if !ok {
		return defect.Consequence{} // deferred, or in a goroutine
	}
	if len(o.Fn.Blocks) > maxBlocks {
		return defect.Consequence{}
	}
	l := &loss{x: x, o: o, from: call, lines: line}
	l.on = l.reach(call)
	ret, several := l.someReturn()
	c := l.consequence(ret)
	c.Unsure = c.Unsure || several && c.Kind == defect.ToldSuccess
	return c
}

// someReturn returns the last return statement that the call leads to of those that return a
// nil error, or the only one that there is; several says that there are others which do: which of
// them is come to is decided by something else.
func (l *loss) someReturn() (ret *ssa.Return, several bool) {
	var last *ssa.Return
	n, told := 0, 0
	for _, b := range l.o.Fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || !l.on[b] {
			continue
		}
		n++
		if l.returned(ret).Kind == defect.ToldSuccess {
			told++
			last = ret
		} else if n == 1 {
			last = ret
		}
	}
	if n > 1 && told == 0 {
		return nil, false
	}
	return last, told > 1
}

// consequence finds the consequence that weighs most; ret is where the function returns, if
// that is known.
func (l *loss) consequence(ret *ssa.Return) defect.Consequence {
	if c := l.follow(l.stands()); c.Kind != defect.NothingShown {
		return c
	}
	if c := l.told(); c.Kind != defect.NothingShown {
		return c
	}
	if ret != nil {
		return l.returned(ret)
	}
	return defect.Consequence{}
}

// after reports whether an instruction comes after the loss on its way.
func (l *loss) after(instr ssa.Instruction) bool {
	if !l.on[instr.Block()] {
		return false
	}
	if l.from != nil && instr.Block() == l.from.Block() {
		return ssax.Before(l.from, instr)
	}
	return true
}

// told returns that a client is answered as if all had gone well.
func (l *loss) told() defect.Consequence {
	for _, b := range l.o.Fn.Blocks {
		if !l.on[b] {
			continue
		}
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || !l.after(call) {
				continue
			}
			if succeeds(l, &call.Call) {
				return defect.Consequence{Kind: defect.ClientTold, Callee: l.callee(call)}
			}
		}
	}
	return defect.Consequence{}
}

// returned says what a return statement tells the caller.
func (l *loss) returned(ret *ssa.Return) defect.Consequence {
	sig := l.o.Fn.Signature
	fails := len(ssax.ErrorResults(sig)) > 0
	for i, result := range ret.Results {
		v := ssax.Resolve(result, l.path)
		if v == nil {
			continue
		}
		switch isErr := ssax.IsError(sig.Results().At(i).Type()); {
		case isErr && ssax.IsNil(v):
			return defect.Consequence{Kind: defect.ToldSuccess, Stand: l.beside(ret, i), Callee: defect.Callee{Line: l.lines(ret)}, Unsure: l.depends(ret.Block()) || speaks(l, ret, i)}
		case isErr || fails:
		default:
			if c, ok := v.(*ssa.Const); ok && l.path != nil {
				if by := l.byCallers(c, i); by.Kind != defect.NothingShown {
					return by
				}
				text, all := l.constants(ret)
				return defect.Consequence{Kind: defect.ReturnsStand, Stand: text, Callee: defect.Callee{Line: l.lines(ret)}, Unsure: !all}
			}
		}
	}
	return defect.Consequence{}
}

// beside writes what a return statement returns beside the nil error in result i, if that is nothing
// but zero values: then the caller is not told that all went well, but that there is nothing, or that
// something is not so.
func (l *loss) beside(ret *ssa.Return, i int) string {
	var texts []string
	for j, result := range ret.Results {
		if j == i {
			continue
		}
		c, ok := ssax.Resolve(result, l.path).(*ssa.Const)
		if !ok || !slices.Contains(zeros, constText(c)) {
			return ""
		}
		texts = append(texts, constText(c))
	}
	return strings.Join(texts, ", ")
}

// constants writes what a return statement returns on the way; all says that it is nothing but
// constants.
func (l *loss) constants(ret *ssa.Return) (text string, all bool) {
	var texts []string
	for _, result := range ret.Results {
		c, ok := ssax.Resolve(result, l.path).(*ssa.Const)
		if !ok {
			return "", false
		}
		texts = append(texts, constText(c))
	}
	return strings.Join(texts, ", "), true
}

// depends reports whether control comes from the loss to a block only if another step that can
// fail goes well: then the caller is told of that one.
func (l *loss) depends(to *ssa.BasicBlock) bool {
	for b := to.Idom(); b != nil; b = b.Idom() {
		cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || !l.after(cond) {
			continue
		}
		test, ok := cond.Cond.(*ssa.BinOp)
		if !ok || !ssax.IsError(test.X.Type()) || !ssax.IsNil(test.Y) || test.X == l.o.Value {
			continue
		}
		return true
	}
	return false
}

// ranges reports whether the call that failed stands in a loop over items.
func (l *loss) ranges() bool {
	if l.o.Instr != nil {
		for b := l.o.Instr.Block(); b != nil; b = b.Idom() {
			if strings.HasPrefix(b.Comment, "range") && strings.HasSuffix(b.Comment, ".body") {
				return true
			}
		}
	}
	return ssax.IsRangeFuncBody(l.o.Fn)
}

// keeps reports whether something is stored, put into a list or sent on the way to the next round: then
// the loop goes on with something in the item's place.
func (l *loss) keeps() bool {
	for _, b := range l.path {
		if !l.on[b] || l.o.Instr != nil && !ssax.Reaches(b, l.o.Instr.Block()) {
			continue // of another round, or after the last
		}
		for _, instr := range b.Instrs {
			if !l.after(instr) {
				continue
			}
			switch instr := instr.(type) {
			case *ssa.MapUpdate, *ssa.Send:
				return true
			case *ssa.Store:
				if base, _ := ssax.Base(instr.Addr); base == nil {
					return true
				} else if _, local := base.(*ssa.Alloc); !local {
					return true
				}
			case *ssa.Call:
				if b, ok := instr.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
					return true
				}
			}
		}
	}
	return false
}

// comesBack reports whether the work that is left is further rounds of the loop in which the call
// failed: that it failed may be how the loop is meant to end.
func (l *loss) comesBack(others []*ssa.BasicBlock) bool {
	return l.o.Instr != nil && slices.ContainsFunc(others, func(b *ssa.BasicBlock) bool { return ssax.Reaches(b, l.o.Instr.Block()) })
}

// answeredBy reports whether the failed call has answered a client by itself: then who is affected
// knows.
func (l *loss) answeredBy(call ssa.CallInstruction) bool {
	if call == nil {
		return false
	}
	s := l.x.Known.OfCall(call.Common())
	return s != nil && s.Answers.Done
}

// callee names what a call calls.
func (l *loss) callee(call ssa.CallInstruction) defect.Callee {
	c := defect.Callee{Line: l.lines(call)}
	if obj := l.x.Called(call.Common()); obj != nil {
		c.Name = ssax.NameFrom(obj, l.x.Pass.Pkg)
	}
	return c
}

// changes reports whether a call changes something outside the program: by tables and
// bodies or, of a method of an interface, by its name where it can fail or takes a context.
func (l *loss) changes(common *ssa.CallCommon) bool {
	if _, ok := program.EffectOf(common); ok {
		return false
	}
	obj := ssax.CalleeObject(common)
	if obj != nil && (convention.Asks(obj.Name()) || convention.Checks(obj.Name()) || convention.Makes(obj.Name()) || convention.CleansUp(obj.Name())) {
		return false // whatever it does on the way
	}
	if l.x.Changing(common) != known.NoWork {
		return true
	}
	return origin.OfInterface(obj) && (convention.Changes(obj.Name()) || convention.Puts(obj.Name())) &&
		(len(ssax.ErrorResults(obj.Signature())) > 0 || ssax.TakesContext(obj.Signature()))
}

// zeros are the texts of zero values.
var zeros = []string{"nil", "a zero value", "an empty string", "false", "0"}

// constText writes a constant as a person would.
func constText(c *ssa.Const) string {
	if c.Value == nil {
		switch c.Type().Underlying().(type) {
		case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature, *types.Interface:
			return "nil"
		}
		return "a zero value"
	}
	if c.Value.Kind() == constant.String && constant.StringVal(c.Value) == "" {
		return "an empty string"
	}
	if text := c.Value.ExactString(); len(text) <= 20 {
		return text
	}
	return "a constant"
}
