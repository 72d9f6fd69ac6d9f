package program

import (
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/loglint/loglint/passes/internal/convention"
)

// InHarness reports whether what stands at pos is part of a test harness: its file
// is no test and imports testing, or its package lies in a directory for tests.
// A file testing.go makes no harness of the files beside it.
func (p *Program) InHarness(pos token.Pos) bool {
	for _, file := range p.Pass.Files {
		if pos < file.FileStart || pos >= file.FileEnd || p.IsTest(file) {
			continue
		}
		for _, imp := range file.Imports {
			// An import that the parser has accepted is quoted.
			if path, err := strconv.Unquote(imp.Path.Value); err == nil && convention.IsHarnessImport(path) {
				return true
			}
		}
	}
	return convention.IsHarnessPath(p.Pass.Pkg.Path())
}

// InTestFile reports whether an object is declared in a test file.
func (p *Program) InTestFile(obj types.Object) bool {
	return strings.HasSuffix(p.Pass.Fset.PositionFor(obj.Pos(), false).Filename, "_test.go")
}
