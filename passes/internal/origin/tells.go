package origin

import "golang.org/x/tools/go/ssa"

// tells reports whether a value is a function literal that logs what fails in it, and returns nothing else: a
// call that runs it, as one that tries it again and again does, fails since it does.
func (x *Finder) tells(v ssa.Value) bool {
	if named, ok := v.(*ssa.ChangeType); ok {
		v = named.X // the parameter has a type of its own: wait.ConditionFunc
	}
	if mc, ok := v.(*ssa.MakeClosure); ok {
		v = mc.Fn
	}
	fn, ok := v.(*ssa.Function) // by itself, a literal that captures nothing
	if !ok {
		return false
	}
	sum := x.known.Own[fn]
	return sum != nil && sum.Tells
}
