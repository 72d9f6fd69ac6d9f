package errfate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/loglint/loglint/internal/defect"
)

// pathological are programs of a size, each of which makes some part of the analysis
// work hard.
var pathological = []struct {
	name string
	size int
	text func(n int) string
}{
	// Each error lives on through all that follows.
	{"row", 5000, func(n int) string {
		return function("n := 0", repeated(n, "if b, err := os.ReadFile(names[%d]); err != nil {\nn++\n} else {\nn += len(b)\n}"), "return n")
	}},
	// Many errors are looked at in a loop, by closures and deferred functions.
	{"live", 400, func(n int) string {
		var loop strings.Builder
		for i := range n {
			fmt.Fprintf(&loop, "if err%d != nil {\nn++\n}\n", i)
			switch i % 10 {
			case 0:
				fmt.Fprintf(&loop, "defer func() {\nif err%d != nil {\nn++\n}\n}()\n", i)
			case 5:
				fmt.Fprintf(&loop, "func() {\nif err%d != nil {\nn--\n}\n}()\n", i)
			}
		}
		return function("n := 0", repeated(n, "_, err%d := os.ReadFile(names[%[1]d])"), "for range names {", loop.String()+"}", "return n")
	}},
	// Every function calls the next, and the last the first.
	{"cycle", 20000, func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "func f%d(n int) error {\nif n > %d {\n_, err := os.ReadFile(\"x\")\nreturn err\n}\nreturn f%d(n + 1)\n}\n", i, i, (i+1)%n)
		}
		return b.String()
	}},
	// One error is looked at in each of many cases.
	{"cases", 4000, func(n int) string {
		return function("_, err := os.ReadFile(names[0])", "switch n := len(names); n {", repeated(n, "case %d:\nif err != nil {\nreturn n\n}"), "}", "return 0")
	}},
	{"nested", 300, func(n int) string {
		return function(repeated(n, "if _, err%d := os.ReadFile(names[%[1]d]); err%[1]d != nil {"), "return 1", strings.Repeat("}\n", n), "return 0")
	}},
}

// function is one that takes names.
func function(lines ...string) string {
	return "func F(names []string) int {\n" + strings.Join(lines, "\n") + "\n}\n"
}

// repeated formats a text with each number.
func repeated(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+"\n", i)
	}
	return b.String()
}

// last is a function that stands below the others, and loses an error.
const last = "\nfunc Last(name string) {\nif _, err := os.ReadFile(name); err != nil {\nreturn\n}\nprintln(name)\n}\n"

// programOf returns the files of a package that has a text and the function above.
func programOf(text string) []source {
	return []source{{"p.go", "package p\n\nimport \"os\"\n\n" + text + last}}
}

// TestTooLarge holds a function whose errors have too many paths to be given up, which
// is said once, and what stands beside it to be analysed all the same. The bound counts
// steps, and no time.
func TestTooLarge(t *testing.T) {
	for _, test := range []struct {
		size     int
		tooLarge bool
	}{{100, false}, {2000, true}} {
		w := newWorld()
		r := w.run(t, "example.com/p", programOf(pathological[0].text(test.size)))
		inF, inLast := 0, 0
		for _, f := range r.result.Findings {
			switch name := f.Category; {
			case name != defect.CatDropped:
			case f.Pos < w.packages["example.com/p"].Scope().Lookup("Last").Pos():
				inF++
			default:
				inLast++
			}
		}
		if inLast != 1 {
			t.Errorf("size %d: %d findings below the large function, want one", test.size, inLast)
		}
		switch {
		case !test.tooLarge && (len(r.result.Failures) > 0 || inF != test.size):
			t.Errorf("size %d: %d findings, failures %v", test.size, inF, r.result.Failures)
		case test.tooLarge && (len(r.result.Failures) != 1 || !r.result.Failures[0].TooLarge || inF > 0):
			t.Errorf("size %d: %d findings, failures %v", test.size, inF, r.result.Failures)
		}
	}
}

// BenchmarkPathological measures the analysis of each; what grows with more than the
// square of the size shows in the halves.
func BenchmarkPathological(b *testing.B) {
	for _, p := range pathological {
		for _, size := range []int{p.size / 2, p.size} {
			b.Run(fmt.Sprintf("%s-%d", p.name, size), func(b *testing.B) {
				files := programOf(p.text(size))
				b.ReportAllocs()
				for b.Loop() {
					newWorld().run(b, "example.com/p", files)
				}
			})
		}
	}
}
