package inmemory

import (
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// A node is a package, or a variant of one, among those that it imports and those that
// import it. Of what it is made of, what importers and the report need stays.
type node struct {
	// Package is what the go command says of it, without syntax or types. The errors of
	// its source are added to those that are known there.
	*packages.Package
	imports   []*node
	importers []*node
	root      bool  // its findings may be wanted
	facts     bool  // its facts are wanted, for a root imports it
	tested    *node // the variant with its tests, where this is looked at only if that cannot be
	early     bool  // it may be loaded before that variant

	declared *types.Package       // what it declares, for those that import it
	failed   []*analysis.Analyzer // those that failed on it
	found    []finding.Finding
	failures []finding.Failure
}

// A graph holds the packages that were asked for and all that they import.
type graph struct {
	loaded []*packages.Package // those asked for, in the order of the go command
	nodes  []*node             // imports first
	byID   map[string]*node
}

// load asks the go command, or the driver that stands for it, which packages there are
// and what they are made of. Nothing is parsed yet.
func load(patterns []string) (*graph, error) {
	loaded, err := packages.Load(&packages.Config{
		Mode: packages.LoadImports | packages.NeedDeps | packages.NeedTypesSizes | packages.NeedModule | packages.NeedForTest,
		// As they are compiled for their tests, too: see chosen.
		Tests: true,
	}, patterns...)
	if err != nil {
		return nil, err
	}
	if len(loaded) == 0 {
		return nil, fmt.Errorf("%s matched no packages", strings.Join(patterns, " "))
	}
	g := &graph{loaded: loaded, byID: make(map[string]*node)}
	packages.Visit(loaded, nil, func(p *packages.Package) {
		n := &node{Package: p}
		g.nodes = append(g.nodes, n)
		g.byID[p.ID] = n
		for _, path := range slices.Sorted(maps.Keys(p.Imports)) {
			imported := g.byID[p.Imports[path].ID]
			n.imports = append(n.imports, imported)
			imported.importers = append(imported.importers, n)
		}
	})
	g.markRoots()
	return g, nil
}

// markRoots notes what is wanted of each package, as far as it can be known before the
// packages are type-checked.
func (g *graph) markRoots() {
	plain, withTests := make(map[string]*node), make(map[string]*node)
	for _, p := range g.loaded {
		switch p.ForTest {
		case "":
			plain[p.PkgPath] = g.byID[p.ID]
		case p.PkgPath:
			withTests[p.PkgPath] = g.byID[p.ID]
		}
	}
	for _, p := range g.loaded {
		n := g.byID[p.ID]
		n.root = !isTestProgram(p, func(path string) bool { return plain[path] != nil })
		if n.root && p.ForTest == "" {
			n.tested = withTests[p.PkgPath]
		}
		if n.root {
			for dep := range closure(n.imports) {
				dep.facts = true
			}
		}
	}
	// A package waits for the variant with its tests, unless that waits for it.
	waiting := make(map[*node]*node)
	for _, n := range g.nodes {
		if n.tested == nil {
			continue
		}
		if n.early = waitsFor(n.tested, n, waiting); !n.early {
			waiting[n] = n.tested
		}
	}
}

// closure returns the nodes and all that they import.
func closure(from []*node) map[*node]bool {
	seen := make(map[*node]bool)
	for stack := from; len(stack) > 0; {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !seen[n] {
			seen[n] = true
			stack = append(stack[:len(stack):len(stack)], n.imports...)
		}
	}
	return seen
}

// waitsFor reports whether a cannot be loaded before b: it imports that, directly or not,
// or a package that waits for one that does.
func waitsFor(a, b *node, waiting map[*node]*node) bool {
	seen := make(map[*node]bool)
	var visit func(n *node) bool
	visit = func(n *node) bool {
		if n == b {
			return true
		}
		if seen[n] {
			return false
		}
		seen[n] = true
		for _, imp := range n.imports {
			if visit(imp) {
				return true
			}
		}
		return waiting[n] != nil && visit(waiting[n])
	}
	return visit(a)
}

// each calls f for every node, after f has returned for all that the node waits for, up
// to limit nodes at a time.
func (g *graph) each(limit int, f func(*node)) {
	ready := make(chan *node, len(g.nodes))
	var mu sync.Mutex // guards what follows
	left, waits, waiters := len(g.nodes), make(map[*node]int), make(map[*node][]*node)
	for _, n := range g.nodes {
		waits[n] = len(n.imports)
		for _, imp := range n.imports {
			waiters[imp] = append(waiters[imp], n)
		}
		if n.tested != nil && !n.early {
			waits[n]++
			waiters[n.tested] = append(waiters[n.tested], n)
		}
	}
	done := func(n *node) {
		mu.Lock()
		defer mu.Unlock()
		for _, w := range waiters[n] {
			if waits[w]--; waits[w] == 0 {
				ready <- w
			}
		}
		if left--; left == 0 {
			close(ready)
		}
	}
	for _, n := range g.nodes {
		if waits[n] == 0 {
			ready <- n
		}
	}
	var workers sync.WaitGroup
	for range limit {
		workers.Go(func() {
			for n := range ready {
				f(n)
				done(n)
			}
		})
	}
	workers.Wait()
}
