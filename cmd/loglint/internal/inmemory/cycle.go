package inmemory

import "golang.org/x/tools/go/packages"

// cycle returns the packages through which the one that path names imports n, n last, or
// nil if there is none that does. The import of it by n was then left out of the graph.
//
// A package that is not there is made of the file that imports it, for the go command
// says no more of it, and so seems to import itself.
func (g *graph) cycle(path string, n *node) []*packages.Package {
	if n.Dir == "" {
		return nil
	}
	for _, from := range g.nodes {
		if from.PkgPath != path {
			continue
		}
		if way := wayTo(from, n); way != nil {
			return way
		}
	}
	return nil
}

// wayTo returns a shortest way from one package to another that it imports.
func wayTo(from, to *node) []*packages.Package {
	before := map[*node]*node{from: nil}
	for queue := []*node{from}; len(queue) > 0; queue = queue[1:] {
		n := queue[0]
		if n == to {
			var way []*packages.Package
			for ; n != nil; n = before[n] {
				way = append([]*packages.Package{n.Package}, way...)
			}
			return way
		}
		for _, imp := range n.imports {
			if _, seen := before[imp]; !seen {
				before[imp] = n
				queue = append(queue, imp)
			}
		}
	}
	return nil
}
