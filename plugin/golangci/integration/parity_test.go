package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"text/scanner"

	"github.com/google/go-cmp/cmp"
)

// TestCorpora replays the want comments of the corpora through each driver, with all that is found
// shown: which of it is shown at which confidence follows from a model that is fitted to labels, and
// the command knows more for it than drivers that see one package at a time. The tests of the passes
// hold the comments to what is found at the confidence that they are about, and to nothing else.
func TestCorpora(t *testing.T) {
	gopath := filepath.Join(root, "testdata")
	at := place{filepath.Join(gopath, "src"), []string{"GO111MODULE=off", "GOPATH=" + gopath}}
	for _, tt := range []struct {
		dirs []string
		o    options
	}{
		{[]string{"swallowederr", "nolog", "missingctx"}, options{confidence: "low"}},
		{[]string{"high"}, options{confidence: "low"}},
	} {
		var patterns []string
		var wants []want
		for _, dir := range tt.dirs {
			patterns = append(patterns, "./"+dir+"/...")
			wants = append(wants, readWants(t, filepath.Join(at.dir, dir))...)
		}
		var first []finding
		for i, d := range drivers {
			found := d.run(t, at, tt.o, patterns...)
			if i == 0 {
				first = found
				compare(t, d.name, found, wants)
			} else if diff := cmp.Diff(first, found); diff != "" {
				t.Errorf("%s: -%s +%s:\n%s", tt.dirs, drivers[0].name, d.name, diff)
			}
		}
		t.Logf("%s: %d findings, %d wants", tt.dirs, len(first), len(wants))
	}
}

// A want is a comment that says what is found on its line.
type want struct {
	file string
	line int
	text *regexp.Regexp
}

// compare holds each want comment to a finding.
func compare(t *testing.T, driver string, found []finding, wants []want) {
	t.Helper()
	met := make([]bool, len(wants))
	for _, f := range found {
		for i, w := range wants {
			met[i] = met[i] || w.file == f.File && w.line == f.Line && w.text.MatchString(f.Text)
		}
	}
	for i, w := range wants {
		if !met[i] {
			t.Errorf("%s: %s:%d: nothing matches %s", driver, w.file, w.line, w.text)
		}
	}
}

// readWants returns the want comments of the files at or below dir.
func readWants(t *testing.T, dir string) []want {
	t.Helper()
	var wants []want
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				for _, text := range expectations(t, c) {
					wants = append(wants, want{path, fset.PositionFor(c.Pos(), false).Line, text})
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(wants) == 0 {
		t.Fatalf("no wants in %s", dir)
	}
	return wants
}

// expectations returns the regular expressions of a want comment, also of one
// behind another comment.
func expectations(t *testing.T, c *ast.Comment) []*regexp.Regexp {
	t.Helper()
	_, rest, ok := strings.Cut(c.Text, "// want ")
	if !ok {
		return nil
	}
	var list []*regexp.Regexp
	var s scanner.Scanner
	s.Init(strings.NewReader(rest))
	s.Mode = scanner.ScanStrings | scanner.ScanRawStrings
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		text, err := strconv.Unquote(s.TokenText())
		if err != nil {
			t.Fatalf("%s: %v", c.Text, err)
		}
		list = append(list, regexp.MustCompile(text))
	}
	return list
}
