// Package directive reads the comments that speak to loglint:
//
//	//loglint:ignore category[,category] reason
//	//loglint:logs
//	//loglint:responds
//	//loglint:classifies
//	//nolint, //nolint:loglint, //nolint:swallowederr
//
// An ignore holds for the line it stands on, or, alone on its line, for the
// next; a //nolint alone on its line, for all of the declaration or statement below
// it, as in golangci-lint. The others stand in the doc comment of a function or of a method of
// an interface, and say what inference cannot know.
package directive

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"slices"
	"strings"
)

// A Kind is what a directive says.
type Kind string

const (
	Ignore     Kind = "ignore"
	Logs       Kind = "logs"
	Responds   Kind = "responds"
	Classifies Kind = "classifies"
)

// A Problem is a directive that cannot be obeyed.
type Problem struct {
	Pos, End token.Pos
	Text     string
}

// An Ignored says that findings of some categories are not wanted on a line.
type Ignored struct {
	Pos, End   token.Pos
	File       string
	Line, Last int // the lines it holds for
	Categories []string
	// Nolint says that it is a comment of golangci-lint's form, which may name
	// passes, and Linter that it names what golangci-lint knows, or nothing: a
	// driver that obeys such a comment itself does not want it obeyed here.
	Nolint, Linter bool
}

// An Index holds the directives of a package.
type Index struct {
	Ignores  []Ignored
	Problems []Problem
	decls    map[token.Pos]Kind // by the position of the declared name
	fields   map[token.Pos]bool // of those, the interface methods
}

// Categories are the names an ignore may give, by pass; "all" stands for
// every one.
var Categories = []string{
	"dropped", "discarded", "overwritten", "replaced", "novalue",
	"answered", "exit", "goroutine", "recovered", "callback",
	"nocontext", "background", "helper", "anonymous",
}

// New reads the directives of files.
func New(fset *token.FileSet, files []*ast.File) *Index {
	x := &Index{decls: make(map[token.Pos]Kind), fields: make(map[token.Pos]bool)}
	for _, file := range files {
		if !speaks(file) {
			continue
		}
		docs := make(map[*ast.Comment]*ast.Ident)
		methods := make(map[*ast.Comment]bool)
		note := func(doc *ast.CommentGroup, name *ast.Ident, method bool) {
			if doc == nil {
				return
			}
			for _, c := range doc.List {
				docs[c] = name
				methods[c] = method
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				note(n.Doc, n.Name, false)
			case *ast.InterfaceType:
				for _, f := range n.Methods.List {
					if len(f.Names) == 1 {
						note(f.Doc, f.Names[0], true)
						note(f.Comment, f.Names[0], true)
					}
				}
			}
			return true
		})
		for _, group := range file.Comments {
			for _, c := range group.List {
				x.read(fset, file, c, docs[c], methods[c])
			}
		}
	}
	return x
}

// speaks reports whether a file has any comment that may be a directive.
func speaks(file *ast.File) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if text := strings.TrimLeft(c.Text, "/* \t"); strings.HasPrefix(text, "loglint:") || strings.HasPrefix(text, "nolint") {
				return true
			}
		}
	}
	return false
}

// read reads one comment; name is what it documents, if it is a doc comment.
func (x *Index) read(fset *token.FileSet, file *ast.File, c *ast.Comment, name *ast.Ident, method bool) {
	problem := func(format string, a ...any) {
		x.Problems = append(x.Problems, Problem{c.Pos(), c.End(), fmt.Sprintf(format, a...)})
	}
	// As golangci-lint reads it: with spaces or without.
	if rest, ok := strings.CutPrefix(strings.TrimLeft(c.Text, "/ "), "nolint"); ok && strings.HasPrefix(c.Text, "//") {
		x.readNolint(fset, file, c, rest, problem)
		return
	}
	rest, ok := strings.CutPrefix(c.Text, "//loglint:")
	if !ok {
		if verb, ok := spaced(c.Text); ok {
			problem("a directive has no space before it, and is no /* */: write //loglint:%s", verb)
		}
		return
	}
	// A comment in a comment (analysistest's want) is not part of it.
	rest, _, _ = strings.Cut(rest, " // ")
	verb, args, _ := strings.Cut(rest, " ")
	args = strings.TrimSpace(args)
	switch Kind(verb) {
	case Ignore:
		list, reason, _ := strings.Cut(args, " ")
		if list == "" {
			problem("//loglint:ignore names no category: want //loglint:ignore category reason")
			return
		}
		categories := strings.Split(list, ",")
		for _, category := range categories {
			if category != "all" && !slices.Contains(Categories, category) {
				problem("//loglint:ignore names the unknown category %q", category)
				return
			}
		}
		if strings.TrimSpace(reason) == "" {
			problem("//loglint:ignore %s gives no reason", list)
			return
		}
		x.ignore(fset, file, c, Ignored{Categories: categories})
	case Logs, Responds, Classifies:
		if name == nil {
			problem("//loglint:%s belongs in the doc comment of a function or an interface method", verb)
			return
		}
		x.decls[name.Pos()] = Kind(verb)
		x.fields[name.Pos()] = method
	default:
		problem("unknown directive //loglint:%s", verb)
	}
}

// spaced returns the verb of a comment that would be a directive but for how it
// begins.
func spaced(text string) (verb string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(text, "//"), "/*")), "loglint:")
	if !ok {
		return "", false
	}
	verb = strings.TrimSpace(rest)
	if i := strings.IndexAny(verb, " \t*"); i >= 0 {
		verb = verb[:i]
	}
	return verb, slices.Contains([]Kind{Ignore, Logs, Responds, Classifies}, Kind(verb))
}

// passes are names that //nolint may give, and that golangci-lint does not
// know for those of its linters; linters are the others.
var (
	passes  = []string{"swallowederr", "nolog", "missingctx"}
	linters = []string{"loglint", "all"}
)

// readNolint reads golangci-lint's comment, so that it is honoured in every
// driver.
func (x *Index) readNolint(fset *token.FileSet, file *ast.File, c *ast.Comment, rest string, problem func(string, ...any)) {
	if rest != "" && rest[0] != ':' && rest[0] != ' ' {
		return
	}
	list, _, _ := strings.Cut(strings.TrimPrefix(rest, ":"), "//")
	var ours, theirs []string
	if !strings.HasPrefix(rest, ":") {
		list, theirs = "", []string{"all"}
	}
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		name, _, _ = strings.Cut(name, " ")
		name = strings.ToLower(name)
		if slices.Contains(passes, name) {
			ours = append(ours, name)
		} else if slices.Contains(linters, name) {
			theirs = append(theirs, name)
		} else if meant := misspelt(name); meant != "" {
			problem("//nolint names %q, which is no linter: %s is meant", name, meant)
		}
	}
	if len(ours) > 0 {
		x.ignore(fset, file, c, Ignored{Categories: ours, Nolint: true})
	}
	if len(theirs) > 0 {
		x.ignore(fset, file, c, Ignored{Categories: theirs, Nolint: true, Linter: true})
	}
}

// ignore notes an ignore for the line of the comment or, if nothing stands
// before it there, for the next line.
func (x *Index) ignore(fset *token.FileSet, file *ast.File, c *ast.Comment, ig Ignored) {
	pos := fset.PositionFor(c.Pos(), false)
	ig.Pos, ig.End, ig.File, ig.Line, ig.Last = c.Pos(), c.End(), pos.Filename, pos.Line, pos.Line
	if alone(fset, file, c) {
		ig.Line++
		ig.Last = ig.Line
		if ig.Nolint {
			ig.Last = below(fset, file, ig.Line, pos.Column)
		}
	}
	x.Ignores = append(x.Ignores, ig)
}

// below returns the last line of what begins in a column of a line: the declaration
// or statement that a comment stands above.
func below(fset *token.FileSet, file *ast.File, line, column int) int {
	last := line
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		at, end := fset.PositionFor(n.Pos(), false), fset.PositionFor(n.End(), false).Line
		if at.Line == line && at.Column == column {
			last = max(last, end)
		}
		return at.Line <= line && line <= end
	})
	return last
}

// alone reports whether no code stands before the comment on its line.
func alone(fset *token.FileSet, file *ast.File, c *ast.Comment) bool {
	line := fset.PositionFor(c.Pos(), false).Line
	found := true
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || !found {
			return false
		}
		switch n.(type) {
		case *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
			return true
		}
		if fset.PositionFor(n.Pos(), false).Line > line || fset.PositionFor(n.End(), false).Line < line {
			return false
		}
		if n.Pos() < c.Pos() && fset.PositionFor(n.Pos(), false).Line == line ||
			n.End() <= c.Pos() && fset.PositionFor(n.End(), false).Line == line {
			found = false
		}
		return found
	})
	return found
}

// Holding returns the ignores, as indices, that hold for a finding of the category
// at pos.
func (x *Index) Holding(fset *token.FileSet, pos token.Pos, pass, category string) []int {
	p := fset.PositionFor(pos, false)
	var holding []int
	for i, ig := range x.Ignores {
		if ig.Line <= p.Line && p.Line <= ig.Last && ig.File == p.Filename && slices.ContainsFunc(ig.Categories, func(c string) bool {
			return c == category || c == "all" || ig.Nolint && (c == pass || c == "loglint")
		}) {
			holding = append(holding, i)
		}
	}
	return holding
}

// On returns what is declared of a function or method, "" if nothing is.
func (x *Index) On(obj *types.Func) Kind {
	return x.decls[obj.Pos()]
}

// InterfaceMethods yields the interface methods that something is declared
// of.
func (x *Index) InterfaceMethods(info *types.Info) iter.Seq2[*types.Func, Kind] {
	return func(yield func(*types.Func, Kind) bool) {
		for id, obj := range info.Defs {
			fn, ok := obj.(*types.Func)
			if ok && x.fields[id.Pos()] {
				if !yield(fn, x.decls[id.Pos()]) {
					return
				}
			}
		}
	}
}
