package source

import (
	"go/token"
	"go/types"
)

// Variables returns the variables of the package, in the order of their names.
func (p *Package) Variables() []*types.Var {
	if p.vars == nil {
		p.vars = []*types.Var{}
		scope := p.Pass.Pkg.Scope()
		for _, name := range scope.Names() {
			if v, ok := scope.Lookup(name).(*types.Var); ok && p.Sees(v.Pos()) {
				p.vars = append(p.vars, v)
			}
		}
	}
	return p.vars
}

// Locals returns the local variables that can be named at pos, the innermost
// scope first.
func (s *File) Locals(pos token.Pos) []*types.Var {
	var all []*types.Var
	file := s.pkg.Pass.TypesInfo.Scopes[s.Syntax]
	if file == nil {
		return nil
	}
	top := file.Innermost(pos)
	for in := top; in != nil && in != file; in = in.Parent() {
		for _, name := range in.Names() {
			v, ok := in.Lookup(name).(*types.Var)
			if !ok || name == "_" || v.Pos() >= pos {
				continue
			}
			if _, obj := top.LookupParent(name, pos); obj == v {
				all = append(all, v)
			}
		}
	}
	return all
}

// Lookup returns what a name stands for at pos, nil if for nothing.
func (s *File) Lookup(name string, pos token.Pos) types.Object {
	file := s.pkg.Pass.TypesInfo.Scopes[s.Syntax]
	if file == nil {
		return nil
	}
	scope := file.Innermost(pos)
	if scope == nil {
		scope = file
	}
	_, obj := scope.LookupParent(name, pos)
	return obj
}
