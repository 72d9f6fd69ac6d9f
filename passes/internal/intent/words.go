package intent

import (
	"iter"
	"strings"
	"unicode"
)

// Words are those of some code: what its names are made of.
type Words map[string]bool

// Add adds a name to the words, by its parts: "ReadFile" is read and file, and
// readfile as well.
func (w Words) Add(name string) {
	w[stem(strings.ToLower(name))] = true
	for _, part := range parts(name) {
		w[stem(strings.ToLower(part))] = true
	}
}

// has reports whether a word of prose is one of the code, in any of its forms, or one
// that the code has in short: conn is the connection.
func (w Words) has(word string) bool {
	if w[stem(word)] {
		return true
	}
	for short := range w {
		if len(short) >= 3 && strings.HasPrefix(word, short) {
			return true
		}
	}
	return false
}

// words yields the words of prose in lower case, without punctuation; "best effort" is
// one, with a hyphen.
func words(prose string) iter.Seq[string] {
	prose = strings.ReplaceAll(strings.ToLower(prose), "best effort", "best-effort")
	return func(yield func(string) bool) {
		for word := range strings.FieldsFuncSeq(prose, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\''
		}) {
			if word = strings.Trim(word, "-'"); word != "" && !yield(word) {
				return
			}
		}
	}
}

// parts divides a name where its case changes, or a digit or an underscore stands.
func parts(name string) []string {
	var all []string
	start := 0
	runes := []rune(name)
	cut := func(i int) {
		if i > start {
			all = append(all, string(runes[start:i]))
		}
		start = i
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			start = i + 1
		case i > 0 && unicode.IsUpper(r) && (!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			cut(i)
		}
	}
	cut(len(runes))
	return all
}

// stem cuts the endings off that a verb or noun has in a sentence, so that "writing the
// files" has the words of WriteFile. It is crude on purpose: a word that it takes for
// another of the same beginning is one that the code has said.
func stem(word string) string {
	for _, ending := range []string{"ing", "ed", "es", "s", "e"} {
		if rest, ok := strings.CutSuffix(word, ending); ok && len(rest) >= 3 {
			return rest
		}
	}
	return word
}
