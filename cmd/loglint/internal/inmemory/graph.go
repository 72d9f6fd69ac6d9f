package inmemory

import (
	"fmt"
	"go/types"
	"maps"
	"os"
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
	size      int64 // of its source, in bytes
	root      bool  // its findings may be wanted
	facts     bool  // its facts are wanted, for a root imports it
	tested    bool  // with its tests it is another root: this is one if that cannot be

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
		n := &node{Package: p, size: sizeOf(p.CompiledGoFiles)}
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
	plain, withTests := make(map[string]bool), make(map[string]bool)
	for _, p := range g.loaded {
		switch p.ForTest {
		case "":
			plain[p.PkgPath] = true
		case p.PkgPath:
			withTests[p.PkgPath] = true
		}
	}
	for _, p := range g.loaded {
		n := g.byID[p.ID]
		n.root = !isTestProgram(p, plain)
		n.tested = n.root && p.ForTest == "" && withTests[p.PkgPath]
		if n.root {
			for dep := range closure(n.imports) {
				dep.facts = true
			}
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

// mostSource is how many bytes of source may be looked at at a time, unless one package
// alone is made of more. While it is looked at, a package takes some ninety times its
// source, so where there are many processors this bounds the memory.
const mostSource = 14 << 20

// each calls f for every node, after f has returned for all that the node imports, up to
// limit nodes at a time.
func (g *graph) each(limit int, f func(*node)) {
	var mu sync.Mutex // guards what follows
	changed := sync.NewCond(&mu)
	var ready []*node
	var open int64 // source that is being looked at
	left, waits := len(g.nodes), make(map[*node]int)
	for _, n := range g.nodes {
		if waits[n] = len(n.imports); waits[n] == 0 {
			ready = append(ready, n)
		}
	}
	fits := func(n *node) bool { return open == 0 || open+n.size <= mostSource }
	work := func() {
		mu.Lock()
		for left > 0 {
			i := slices.IndexFunc(ready, fits)
			if i < 0 {
				changed.Wait()
				continue
			}
			n := ready[i]
			ready, left, open = slices.Delete(ready, i, i+1), left-1, open+n.size
			mu.Unlock()
			f(n)
			mu.Lock()
			open -= n.size
			for _, importer := range n.importers {
				if waits[importer]--; waits[importer] == 0 {
					ready = append(ready, importer)
				}
			}
			changed.Broadcast()
		}
		mu.Unlock() // not where f panics
	}
	var workers sync.WaitGroup
	for range limit {
		workers.Go(work)
	}
	workers.Wait()
}

// sizeOf returns how many bytes files have. One that is not there has none.
func sizeOf(files []string) (size int64) {
	for _, name := range files {
		if info, err := os.Stat(name); err == nil {
			size += info.Size()
		}
	}
	return size
}
