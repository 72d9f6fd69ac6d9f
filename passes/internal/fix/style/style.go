package style

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/loglint/loglint/passes/internal/fix/phrase"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// A Style is how the lines of a file, or where it has too few, of the
// package, put what they say.
type Style struct {
	lead  string // "failed to", "cannot", "error": what messages begin with
	upper bool   // with a capital letter
	Key   string // of the error, among keys and values
	Sep   string // between message and error, in a format
	Verb  string // of the error, in a format
	Tail  string // between message and error, among values
}

// A styleKey is all of a line that its style depends on.
type styleKey struct {
	file *ast.File
	pkg  *types.Package
	form Form
	ln   bool
}

// Of returns the style for a line like s.
func (ls *Lines) Of(s *Sample) Style {
	key := styleKey{s.File, s.Callee.Pkg(), s.Shape.Form, addsSpaces(s.Callee)}
	st, ok := ls.styles[key]
	if !ok {
		st = ls.readStyle(s)
		ls.styles[key] = st
	}
	return st
}

func (ls *Lines) readStyle(s *Sample) Style {
	st := Style{Key: "err", Sep: ": ", Verb: "%v", Tail: " "}
	if addsSpaces(s.Callee) {
		st.Tail = ":"
	} else if s.Shape.Form == Values {
		st.Tail = ": "
	}
	all := ls.Samples()
	near := func(keep func(*Sample) bool) []*Sample {
		var inFile, inPackage []*Sample
		for _, o := range all {
			if keep(o) {
				inPackage = append(inPackage, o)
				if o.File == s.File {
					inFile = append(inFile, o)
				}
			}
		}
		if len(inFile) > 2 {
			return inFile
		}
		return inPackage
	}
	spoken := near(func(o *Sample) bool { return o.message != "" && o.HasError })
	if len(spoken) == 0 {
		spoken = near(func(o *Sample) bool { return o.message != "" })
	}
	st.lead = most(spoken, "failed to", func(o *Sample) string { return leadOf(o.message) })
	st.upper = most(spoken, "lower", func(o *Sample) string { return caseOf(o.message) }) == "upper"
	alike := near(func(o *Sample) bool { return o.HasError && o.Shape.Form == s.Shape.Form })
	st.Key = most(alike, st.Key, func(o *Sample) string {
		key, _, ok := strings.Cut(o.ErrArgs, `", `)
		if !ok || !strings.HasPrefix(key, `"`) || o.Shape.Form != Pairs {
			return ""
		}
		return key[1:]
	})
	if s.Shape.Form == Formatted {
		st.Sep = most(alike, st.Sep, func(o *Sample) string { return o.sep })
		st.Verb = most(alike, st.Verb, func(o *Sample) string { return o.verb })
	}
	if s.Shape.Form == Values {
		tail := most(alike, st.Tail, func(o *Sample) string {
			if o.Callee.Pkg() != s.Callee.Pkg() || o.ErrArgs == "" || addsSpaces(o.Callee) != addsSpaces(s.Callee) {
				return ""
			}
			return o.sep
		})
		st.Tail = strings.TrimSuffix(tail, none)
	}
	return st
}

// UsualLevel returns the level that two thirds of the lines for errors have in the function around pos or,
// where none is so usual there, in the file or in the package, of more than two there; NoLevel if there is none such.
func (ls *Lines) UsualLevel(src *source.File, pos token.Pos) known.Level {
	inFunction, inFile, inPackage := make(map[known.Level]int), make(map[known.Level]int), make(map[known.Level]int)
	decl := src.Declaration(pos)
	for _, s := range ls.Samples() {
		level := s.Level()
		if !s.HasError || level == known.NoLevel || level == known.Debug || level == known.Fatal {
			continue
		}
		inPackage[level]++
		if s.File == src.Syntax {
			inFile[level]++
			if decl != nil && src.Declaration(s.Call.Pos()) == decl {
				inFunction[level]++
			}
		}
	}
	for _, of := range []struct {
		counts map[known.Level]int
		least  int
	}{{inFunction, 1}, {inFile, 3}, {inPackage, 3}} {
		total := 0
		for _, n := range of.counts {
			total += n
		}
		for level, n := range of.counts {
			if total >= of.least && 3*n >= 2*total {
				return level
			}
		}
	}
	return known.NoLevel
}

// Level returns the level of a line, which the last of its calls has, or a link.
func (s *Sample) Level() known.Level {
	for _, l := range s.Links {
		if l.Kind == SetsLevel {
			return LevelOf(l.Fn)
		}
	}
	if level := LevelOf(s.Callee); level != known.NoLevel || s.Root == nil {
		return level
	}
	return FieldLevel(s.rootName())
}

// addsSpaces reports whether a function that prints values puts spaces between all
// of them, as Println does, and Print only where none is a string.
func addsSpaces(fn *types.Func) bool { return strings.HasSuffix(fn.Name(), "ln") }

// most returns the text that f gives for most of the samples, or else; the
// empty text does not count.
func most(samples []*Sample, otherwise string, f func(*Sample) string) string {
	count := make(map[string]int)
	best := ""
	for _, s := range samples {
		text := f(s)
		if text == "" {
			continue
		}
		count[text]++
		if count[text] > count[best] {
			best = text
		}
	}
	return cmp.Or(best, otherwise)
}

// leads are the ways to begin a message of a failure. What follows is a verb:
// as it is, or as a gerund.
var leads = []struct {
	text   string
	gerund bool
}{
	{"failed to", false}, {"failure to", false}, {"fail to", false}, {"cannot", false}, {"can't", false}, {"can not", false}, {"could not", false},
	{"couldn't", false}, {"unable to", false}, {"error while", true}, {"error when", true}, {"error", true}, {"failed", true}, {"failure", true},
}

// leadOf returns the lead of a message, "" if it has none that is known.
func leadOf(message string) string {
	lower := strings.ToLower(message)
	for _, l := range leads {
		rest, ok := strings.CutPrefix(lower, l.text+" ")
		if !ok {
			continue
		}
		first, _, _ := strings.Cut(rest, " ")
		if !l.gerund || strings.HasSuffix(first, "ing") {
			return l.text
		}
	}
	return ""
}

func caseOf(message string) string {
	r, size := utf8.DecodeRuneInString(message)
	next, _ := utf8.DecodeRuneInString(message[size:])
	switch {
	case !unicode.IsLetter(r) || unicode.IsUpper(next):
		return ""
	case unicode.IsUpper(r):
		return "upper"
	}
	return "lower"
}

// Say puts into the style what was being done when it failed: "read orders".
func (st Style) Say(doing []string) string {
	words := strings.Join(doing, " ")
	for _, l := range leads {
		if l.text == st.lead && l.gerund && len(doing) > 0 {
			words = strings.Join(append([]string{phrase.Gerund(doing[0])}, doing[1:]...), " ")
		}
	}
	text := words
	if len(doing) > 0 && doing[0] != "recovered" {
		text = st.lead + " " + words
	}
	if st.upper && text != "" {
		text = strings.ToUpper(text[:1]) + text[1:]
	}
	return text
}

// Prefix returns what all lines of the innermost function around pos begin with, before what they
// say: the name of the step in brackets, or before a dash. It is "" where there is none, or where
// an operand is part of it.
func (ls *Lines) Prefix(src *source.File, pos token.Pos) string {
	_, body := src.Function(pos, pos)
	if body == nil {
		return ""
	}
	prefix, lines := "", 0
	for _, s := range ls.samples {
		if s.Call == nil || !source.Encloses(body, s.Call) {
			continue
		}
		if of := prefixOf(s.message); lines == 0 || of == prefix {
			prefix = of
		} else {
			return ""
		}
		lines++
	}
	return prefix
}

// prefixOf returns what a message begins with before what it says. What stands before a dash is such only
// if what failed is said after it: in "could not connect - giving up" it is not.
func prefixOf(message string) string {
	end := -1
	if strings.HasPrefix(message, "[") {
		end = strings.Index(message, "] ") + len("] ")
	} else if i := strings.Index(message, " - "); i > 0 && leadOf(message[i+len(" - "):]) != "" {
		end = i + len(" - ")
	}
	if end < len("] ") || strings.Contains(message[:end], "%") {
		return ""
	}
	return message[:end]
}

// A Wrapping is how errors are wrapped in a file, or in its package.
type Wrapping struct {
	Style
	Used bool // at all
}

// Wrapping returns how the errors of the file are wrapped: by the formats that
// it gives to fmt.Errorf with %w.
func (ls *Lines) Wrapping(src *source.File) Wrapping {
	read := func(file *ast.File) []*Sample {
		var found []*Sample
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 1 {
				if fn := ls.pkg.Callee(call); fn != nil && fn.FullName() == "fmt.Errorf" {
					if text := ls.pkg.Constant(call.Args[0]); strings.HasSuffix(text, ": %w") {
						found = append(found, &Sample{message: strings.TrimSuffix(text, ": %w")})
					}
				}
			}
			return true
		})
		return found
	}
	found := read(src.Syntax)
	if len(found) < 2 {
		found = nil
		for _, file := range ls.pkg.Files {
			found = append(found, read(file)...)
		}
	}
	lead := most(found, "", func(s *Sample) string { return cmp.Or(leadOf(s.message), "none") })
	w := Wrapping{Used: len(found) > 0}
	if lead != "none" {
		w.lead = lead
	}
	if lead == "none" {
		gerunds := 0
		for _, s := range found {
			first, _, _ := strings.Cut(s.message, " ")
			if strings.HasSuffix(first, "ing") {
				gerunds++
			}
		}
		if gerunds*2 > len(found) {
			w.lead = "ing"
		}
	}
	return w
}

// Say puts into the style what was being done.
func (w Wrapping) Say(doing []string) string {
	switch w.lead {
	case "":
		return strings.Join(doing, " ")
	case "ing":
		return strings.Join(append([]string{phrase.Gerund(doing[0])}, doing[1:]...), " ")
	}
	return w.Style.Say(doing)
}
