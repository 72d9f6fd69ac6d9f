package fix

import (
	"cmp"
	"go/ast"
	"go/types"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// A style is how the lines of a file, or where it has too few, of the
// package, put what they say.
type style struct {
	lead  string // "failed to", "cannot", "error": what messages begin with
	upper bool   // with a capital letter
	key   string // of the error, among keys and values
	sep   string // between message and error, in a format
	verb  string // of the error, in a format
	tail  string // between message and error, among values
}

// A styleKey is all of a line that its style depends on.
type styleKey struct {
	file *ast.File
	pkg  *types.Package
	form form
	ln   bool
}

// style returns the style for a line like s.
func (fx *Fixer) style(s *sample) style {
	key := styleKey{s.file, s.callee.Pkg(), s.shape.form, addsSpaces(s.callee)}
	st, ok := fx.styles[key]
	if !ok {
		st = fx.readStyle(s)
		fx.styles[key] = st
	}
	return st
}

func (fx *Fixer) readStyle(s *sample) style {
	st := style{key: "err", sep: ": ", verb: "%v", tail: " "}
	if addsSpaces(s.callee) {
		st.tail = ":"
	} else if s.shape.form == values {
		st.tail = ": "
	}
	all := fx.learn()
	near := func(keep func(*sample) bool) []*sample {
		var inFile, inPackage []*sample
		for _, o := range all {
			if keep(o) {
				inPackage = append(inPackage, o)
				if o.file == s.file {
					inFile = append(inFile, o)
				}
			}
		}
		if len(inFile) > 2 {
			return inFile
		}
		return inPackage
	}
	spoken := near(func(o *sample) bool { return o.message != "" && o.hasError })
	if len(spoken) == 0 {
		spoken = near(func(o *sample) bool { return o.message != "" })
	}
	st.lead = most(spoken, "failed to", func(o *sample) string { return leadOf(o.message) })
	st.upper = most(spoken, "lower", func(o *sample) string { return caseOf(o.message) }) == "upper"
	alike := near(func(o *sample) bool { return o.hasError && o.shape.form == s.shape.form })
	st.key = most(alike, st.key, func(o *sample) string {
		key, _, ok := strings.Cut(o.errArgs, `", `)
		if !ok || !strings.HasPrefix(key, `"`) || o.shape.form != pairs {
			return ""
		}
		return key[1:]
	})
	if s.shape.form == formatted {
		st.sep = most(alike, st.sep, func(o *sample) string { return o.sep })
		st.verb = most(alike, st.verb, func(o *sample) string { return o.verb })
	}
	if s.shape.form == values {
		tail := most(alike, st.tail, func(o *sample) string {
			if o.callee.Pkg() != s.callee.Pkg() || o.errArgs == "" || addsSpaces(o.callee) != addsSpaces(s.callee) {
				return ""
			}
			return o.sep
		})
		st.tail = strings.TrimSuffix(tail, none)
	}
	return st
}

// usualLevel returns the level that most lines for errors have, in a file or, where
// it has few of them, in the package; NoLevel if there is none such.
func (fx *Fixer) usualLevel(src *source.File) known.Level {
	inFile, inPackage := make(map[known.Level]int), make(map[known.Level]int)
	for _, s := range fx.learn() {
		level := s.level()
		if !s.hasError || level == known.NoLevel || level == known.Debug || level == known.Fatal {
			continue
		}
		inPackage[level]++
		if s.file == src.Syntax {
			inFile[level]++
		}
	}
	for _, counts := range []map[known.Level]int{inFile, inPackage} {
		total := 0
		for _, n := range counts {
			total += n
		}
		for level, n := range counts {
			if total > 2 && 3*n >= 2*total {
				return level
			}
		}
	}
	return known.NoLevel
}

// level returns the level of a line, which the last of its calls has, or a link.
func (s *sample) level() known.Level {
	for _, l := range s.links {
		if l.kind == setsLevel {
			return levelOf(l.fn)
		}
	}
	if level := levelOf(s.callee); level != known.NoLevel || s.root == nil {
		return level
	}
	return fieldLevel(s.rootName())
}

// addsSpaces reports whether a function that prints values puts spaces between all
// of them, as Println does, and Print only where none is a string.
func addsSpaces(fn *types.Func) bool { return strings.HasSuffix(fn.Name(), "ln") }

// most returns the text that f gives for most of the samples, or else; the
// empty text does not count.
func most(samples []*sample, otherwise string, f func(*sample) string) string {
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

// say puts into the style what was being done when it failed: "read orders".
func (st style) say(doing []string) string {
	words := strings.Join(doing, " ")
	for _, l := range leads {
		if l.text == st.lead && l.gerund && len(doing) > 0 {
			words = strings.Join(append([]string{gerund(doing[0])}, doing[1:]...), " ")
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

// wrapping is how errors are wrapped in a file, or in its package.
type wrapping struct {
	style
	used bool // at all
}

// wrapStyle returns how the errors of the file are wrapped: by the formats that
// it gives to fmt.Errorf with %w.
func (fx *Fixer) wrapStyle(src *source.File) wrapping {
	read := func(file *ast.File) []*sample {
		var found []*sample
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 1 {
				if fn := fx.Callee(call); fn != nil && fn.FullName() == "fmt.Errorf" {
					if text := fx.Constant(call.Args[0]); strings.HasSuffix(text, ": %w") {
						found = append(found, &sample{message: strings.TrimSuffix(text, ": %w")})
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
		for _, file := range fx.Files {
			found = append(found, read(file)...)
		}
	}
	lead := most(found, "", func(s *sample) string { return cmp.Or(leadOf(s.message), "none") })
	w := wrapping{used: len(found) > 0}
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

// say puts into the style what was being done.
func (w wrapping) say(doing []string) string {
	switch w.lead {
	case "":
		return strings.Join(doing, " ")
	case "ing":
		return strings.Join(append([]string{gerund(doing[0])}, doing[1:]...), " ")
	}
	return w.style.say(doing)
}
