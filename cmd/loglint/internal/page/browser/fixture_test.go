package browser_test

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
)

// A program is a report with the sources that it is about.
type program struct {
	report  coverage.Report
	sources map[string]string
}

func (p *program) source(file string) ([]byte, error) {
	text, ok := p.sources[file]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text), nil
}

const module = "example.com/shop"

// errorPaths counts what the page is to say of the program.
func (p *program) count() (paths, ends, traced int) {
	for _, pkg := range p.report.Packages {
		for _, e := range pkg.Errors {
			for _, path := range e.Paths {
				paths++
				if path.Fate.Ends() {
					ends++
				}
				if path.Fate.Traced() {
					traced++
				}
			}
		}
	}
	return paths, ends, traced
}

// shop makes up a service of eight packages. Each file is put together from the patterns
// that its package has, with nouns of its own.
func shop() *program {
	p := &program{sources: make(map[string]string)}
	p.report = coverage.Report{Form: coverage.Form, Version: "v0.9.0", Module: module, Least: 0.5}
	p.report.Missing = []coverage.Missing{{Package: module + "/internal/search", Why: "index.go:12:2: undefined: newIndex"}}
	for _, pkg := range []struct {
		name, files, patterns string
	}{
		{"cmd/shopd", "main", "main callback"},
		{"internal/api", "orders customers invoices", "answered logged recorded novalue"},
		{"internal/billing", "charges refunds", "replaced propagated counted"},
		{"internal/mail", "confirmations", "goroutine retried"},
		{"internal/metrics", "", ""},
		{"internal/store", "orders items", "propagated classified deferred unknown"},
		{"internal/stock", "holds", "worker escaped"},
		{"internal/web", "pages", "answered callback"},
	} {
		report := coverage.Package{Path: module + "/" + pkg.name}
		for _, file := range strings.Fields(pkg.files) {
			name := pkg.name + "/" + file + ".go"
			text, errors := writeFile(name, strings.Fields(pkg.patterns))
			p.sources[name] = text
			report.Errors = append(report.Errors, errors...)
		}
		p.report.Packages = append(p.report.Packages, report)
	}
	return p
}

// writeFile puts a file together from patterns.
func writeFile(name string, names []string) (string, []coverage.Error) {
	base := strings.TrimSuffix(name[strings.LastIndex(name, "/")+1:], ".go")
	noun := strings.TrimSuffix(base, "s")
	title := strings.ToUpper(noun[:1]) + noun[1:]
	dir := name[:strings.LastIndex(name, "/")]
	var text strings.Builder
	fmt.Fprintf(&text, "// Package %s is part of a shop.\npackage %[1]s\n", dir[strings.LastIndex(dir, "/")+1:])
	var errors []coverage.Error
	for _, of := range names {
		pattern := patterns[of]
		text.WriteString("\n")
		first := strings.Count(text.String(), "\n") + 1
		body := strings.NewReplacer("ITEM", title, "item", noun).Replace(pattern.text)
		e := pattern.error
		e.File = name
		for i, line := range strings.Split(strings.Trim(body, "\n"), "\n") {
			if before, rest, found := strings.Cut(line, "«"); found {
				call, after, _ := strings.Cut(rest, "»")
				e.Line, e.Column = first+i, len(before)+1
				e.EndLine, e.EndColumn = e.Line, e.Column+len(call)
				line = before + call + after
			}
			text.WriteString(line + "\n")
		}
		e.Function = strings.ReplaceAll(e.Function, "ITEM", title)
		e.Callee = strings.ReplaceAll(e.Callee, "ITEM", title)
		e.Paths = nil
		for _, p := range pattern.error.Paths {
			lines := make([]int, len(p.Lines))
			for i, l := range p.Lines {
				lines[i] = e.Line + l
			}
			p.Lines = lines
			traces := make([]coverage.Trace, len(p.Traces))
			for i, t := range p.Traces {
				traces[i] = coverage.Trace{Line: e.Line + t.Line, By: t.By}
			}
			p.Traces = traces
			e.Paths = append(e.Paths, p)
		}
		if e.Finding != nil {
			f := *e.Finding
			f.Line += e.Line
			e.Finding = &f
		}
		errors = append(errors, e)
	}
	return text.String(), errors
}

// hostile is a program whose author wants the page to run what is theirs.
func hostile() *program {
	const attack = `"><img src=x onerror="window.injected=1">`
	const close = `</script><script>window.injected=2;alert(1)</script>`
	file := "evil/" + attack + "/a:12#%zz?.go"
	p := &program{sources: map[string]string{file: "package evil // " + close + "\n\nfunc f() { g(`" + close + "`) } // \u202e reversed\n"}}
	finding := &coverage.Finding{Category: attack, Line: 3, Message: close, Instead: attack, Probability: 0.9, Shown: true, Why: close,
		Evidence: []coverage.Evidence{{Name: attack, Weight: 1, Says: close}}, Fixes: []string{attack}}
	p.report = coverage.Report{Form: coverage.Form, Version: attack, Module: close, Least: 0.5,
		Missing: []coverage.Missing{{Package: attack, Why: close}},
		Packages: []coverage.Package{{Path: attack, Errors: []coverage.Error{{
			Range:    coverage.Range{File: file, Line: 3, Column: 12, EndLine: 3, EndColumn: 16},
			Origin:   coverage.Origin{Callee: close, Class: attack, From: attack, Does: close},
			Function: attack, Role: close, Boundary: attack, Finding: finding,
			Paths: []coverage.Path{{Fate: coverage.Fate(attack), Lines: []int{3}, Keeper: close, Held: attack, Traces: []coverage.Trace{{Line: 3, By: close}}}, {Fate: coverage.Dropped, Lines: []int{3}}},
		}}}}}
	return p
}

// odd is a program with what should not be: files that are missing, lines that are not
// there, text that is no UTF-8, and a line that does not end.
func odd() *program {
	p := &program{sources: map[string]string{
		"crlf.go":  "package odd\r\n\r\nfunc f() {\r\n\tg() // «é»\r\n}\r\n",
		"bytes.go": "package odd\n\nvar s = \"\xff\xfe\" + g()\n",
		"long.go":  "package odd\n\nvar s = \"" + strings.Repeat("0123456789", 2000) + "\" + g()\n",
		"short.go": "package odd\n",
		"empty.go": "",
	}}
	at := func(file string, line, from, to int, lines ...int) coverage.Error {
		return coverage.Error{Range: coverage.Range{File: file, Line: line, Column: from, EndLine: line, EndColumn: to},
			Origin: coverage.Origin{Callee: "g", Class: "unknown"}, Function: "f", Paths: []coverage.Path{{Fate: coverage.Dropped, Lines: lines}}}
	}
	p.report = coverage.Report{Form: coverage.Form, Module: "odd", Packages: []coverage.Package{{Path: "odd", Errors: []coverage.Error{
		at("bytes.go", 3, 16, 19, 3), at("crlf.go", 4, 2, 5, 4, 5), at("empty.go", 1, 1, 2, 1), at("gone.go", 7, 3, 9, 7, 8),
		at("long.go", 3, 20014, 20017, 3), at("short.go", 1, 400, 410, 1, 900), at("short.go", 77, 0, 0), at("short.go", 0, 0, 0, 0),
	}}, {Path: "odd/nothing"}}}
	return p
}
