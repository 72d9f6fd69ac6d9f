package github_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/github"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// TestWrite pins the commands: ranges of one line have columns, others lines,
// and what has a meaning to GitHub is escaped.
func TestWrite(t *testing.T) {
	root := t.TempDir()
	at := func(name string, line, column int) finding.Position {
		return finding.Position{File: filepath.Join(root, name), Line: line, Column: column}
	}
	var out strings.Builder
	err := github.Write(&out, finding.Report{Findings: []finding.Finding{
		{Category: "dropped", Message: "error is dropped: 100% gone\nhere, too (dropped)", Pos: at("a/a.go", 3, 2), End: at("a/a.go", 3, 9)},
		{Category: "exit", Message: "error ends it (exit)", Pos: at("b,c:100%.go", 3, 2), End: at("b,c:100%.go", 5, 4)},
		{Category: "internal", Message: "nowhere (internal)", Pos: at("a/a.go", 0, 0), End: at("a/a.go", 0, 0)},
	},
		Skipped: []finding.Skipped{
			{Package: "m/b", Reason: "undefined: x", Pos: at("b/b,c.go", 4, 2)},
			{Package: "m/c", Reason: "it imports m/b\n::warning ::x"},
		},
	}, root, new(source.Files))
	if err != nil {
		t.Fatal(err)
	}
	const want = `::error file=b/b%2Cc.go,line=4,col=2,title=loglint%3A not analysed::cannot analyse m/b: undefined: x
::error title=loglint%3A not analysed::cannot analyse m/c: it imports m/b%0A::warning ::x
::warning file=a/a.go,line=3,col=2,endColumn=8,title=loglint%3A dropped::error is dropped: 100%25 gone%0Ahere, too (dropped)
::warning file=b%2Cc%3A100%25.go,line=3,endLine=5,title=loglint%3A exit::error ends it (exit)
::warning file=a/a.go,line=1,title=loglint%3A internal::nowhere (internal)
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("unexpected commands (-want +got):\n%s", diff)
	}
}
