// Command site makes plain HTML of the pages of this repository: README.md, docs and the rest that is Markdown.
//
//	cd scripts/site && go run . directory
//
// The result needs no server and loads nothing from elsewhere: open index.html. It is a module of its own, so that
// loglint needs none of what reads Markdown.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"log"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// fragment is part of another page.
const fragment = "docs/measured.md"

// repository is where files are that are no pages.
const repository = "https://github.com/loglint/loglint/"

// groups are the pages in the order of the menu. Every page stands in one of them.
var groups = []struct {
	name  string
	files []string
}{
	{"Begin", []string{"README.md", "docs/running.md", "docs/adopting.md", "docs/silencing.md", "docs/fixes.md", "docs/false-reports.md", "docs/faq.md"}},
	{"What it finds", []string{"docs/rules.md", "docs/coverage.md", "docs/limits.md", "docs/comparison.md"}},
	{"Where it runs", []string{"docs/ci.md", "docs/golangci-lint.md", "docs/editors.md", "docs/bazel.md", "docs/agents.md", "docs/formats.md"}},
	{"How well", []string{"docs/confidence.md", "docs/figures.md", "docs/labels/README.md"}},
	{"The project", []string{"docs/design.md", "docs/stability.md", "docs/releasing.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"}},
	{"Examples", []string{"examples/shop/README.md", "examples/bazel/README.md"}},
}

var (
	//go:embed page.html
	pageHTML string
	//go:embed style.css
	style string
)

var page = template.Must(template.New("page").Parse(pageHTML))

func main() {
	log.SetFlags(0)
	log.SetPrefix("site: ")
	if len(os.Args) != 2 {
		log.Fatal("usage: go run . directory")
	}
	if err := write(filepath.Join("..", ".."), os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

// write makes the site of the repository in root.
func write(root, out string) error {
	files, err := pages(root)
	if err != nil {
		return err
	}
	titles := make(map[string]string)
	sources := make(map[string][]byte)
	for _, file := range files {
		if sources[file], err = os.ReadFile(filepath.Join(root, filepath.FromSlash(file))); err != nil {
			return err
		}
		if titles[file] = titleOf(sources[file]); titles[file] == "" {
			return fmt.Errorf("%s has no heading to begin with", file)
		}
	}
	for _, file := range files {
		name := filepath.Join(out, filepath.FromSlash(address(file)))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		html, err := render(root, file, sources[file], titles)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := os.WriteFile(name, html, 0o644); err != nil {
			return err
		}
	}
	pictures, err := filepath.Glob(filepath.Join(root, "docs", "*.svg"))
	if err != nil {
		return err
	}
	for _, picture := range pictures {
		svg, err := os.ReadFile(picture)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, "docs", filepath.Base(picture)), svg, 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(out, "style.css"), []byte(style), 0o644)
}

// pages returns the pages, in the order of the menu, if it has all that there are and no others.
func pages(root string) ([]string, error) {
	var listed, there []string
	for _, g := range groups {
		listed = append(listed, g.files...)
	}
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/*/*.md", "examples/*/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
		if err != nil {
			return nil, err
		}
		for _, name := range found {
			rel, err := filepath.Rel(root, name)
			if err != nil {
				return nil, err
			}
			if file := filepath.ToSlash(rel); file != fragment {
				there = append(there, file)
			}
		}
	}
	for _, file := range there {
		if !slices.Contains(listed, file) {
			return nil, fmt.Errorf("%s is not in the menu: scripts/site/main.go", file)
		}
	}
	for _, file := range listed {
		if !slices.Contains(there, file) {
			return nil, fmt.Errorf("%s is in the menu, and not there", file)
		}
	}
	return listed, nil
}

// address returns where a page is in the site.
func address(file string) string {
	if file == "README.md" {
		return "index.html"
	}
	return strings.TrimSuffix(file, ".md") + ".html"
}

// titleOf returns the first heading of a page.
func titleOf(source []byte) string {
	for line := range strings.Lines(string(source)) {
		if title, ok := strings.CutPrefix(line, "# "); ok {
			return strings.TrimSpace(title)
		}
	}
	return ""
}

// A link is one of the menu.
type link struct {
	Title, To string
	Here      bool
}

// render makes the HTML of a page.
func render(root, file string, source []byte, titles map[string]string) ([]byte, error) {
	markdown := goldmark.New(
		goldmark.WithExtensions(extension.GFM),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		goldmark.WithRendererOptions(html.WithUnsafe()), // the pages are our own
	)
	doc := markdown.Parser().Parse(text.NewReader(source), parser.WithContext(parser.NewContext(parser.WithIDs(ids{}))))
	var wrong []error
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if l, ok := n.(*ast.Link); ok && entering {
			to, err := target(root, file, string(l.Destination), titles)
			if err != nil {
				wrong = append(wrong, err)
			}
			l.Destination = []byte(to)
		}
		return ast.WalkContinue, nil
	})
	if err := errors.Join(append(wrong, err)...); err != nil {
		return nil, err
	}
	var body bytes.Buffer
	if err := markdown.Renderer().Render(&body, source, doc); err != nil {
		return nil, err
	}
	// What is wider than a phone scrolls by itself.
	content := strings.NewReplacer("<table>", `<div class="wide" tabindex="0"><table>`, "</table>", "</table></div>").Replace(body.String())

	up := strings.Repeat("../", strings.Count(address(file), "/"))
	type group struct {
		Name  string
		Links []link
	}
	data := struct {
		Title, Up, Source string
		Groups            []group
		Body              template.HTML
	}{titles[file], up, repository + "blob/main/" + file, nil, template.HTML(content)}
	for _, g := range groups {
		menu := group{Name: g.name}
		for _, f := range g.files {
			menu.Links = append(menu.Links, link{titles[f], up + address(f), f == file})
		}
		data.Groups = append(data.Groups, menu)
	}
	var out bytes.Buffer
	err = page.Execute(&out, data)
	return out.Bytes(), err
}

// target returns where a link of a page leads in the site: to another page, or for a file that is none to the
// repository.
func target(root, from, to string, titles map[string]string) (string, error) {
	u, err := url.Parse(to)
	if err != nil {
		return "", err
	}
	if u.IsAbs() || u.Path == "" {
		return to, nil
	}
	file := path.Join(path.Dir(from), u.Path)
	info, err := os.Stat(filepath.Join(root, filepath.FromSlash(file)))
	if err != nil {
		return "", err
	}
	if info.IsDir() {
		if _, ok := titles[path.Join(file, "README.md")]; !ok {
			return repository + "tree/main/" + file, nil
		}
		file = path.Join(file, "README.md")
	}
	if _, ok := titles[file]; !ok {
		return repository + "blob/main/" + file, nil
	}
	rel, err := filepath.Rel(filepath.Dir(filepath.FromSlash(address(from))), filepath.FromSlash(address(file)))
	if err != nil {
		return "", err
	}
	u.Path = filepath.ToSlash(rel)
	return u.String(), nil
}

// ids names headings as the code host does, so that links lead to the same place on both.
type ids map[string]bool

func (all ids) Generate(value []byte, _ ast.NodeKind) []byte {
	name := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, string(value))
	unique := name
	for i := 1; all[unique]; i++ {
		unique = fmt.Sprintf("%s-%d", name, i)
	}
	all[unique] = true
	return []byte(unique)
}

func (all ids) Put(value []byte) { all[string(value)] = true }
