package phrase

import (
	"strings"
	"unicode"
)

// The forms of words, and the words of names.

// Split returns the words of a name: parsePEMToJWK is parse PEM to JWK.
func Split(name string) []string {
	runes := []rune(name)
	var words []string
	start := 0
	flush := func(end int) {
		if end > start {
			word := string(runes[start:end])
			if end-start == 1 || strings.ToUpper(word) != word || strings.ContainsFunc(word, unicode.IsDigit) && end-start < 2 {
				word = strings.ToLower(word)
			}
			words = append(words, word)
		}
		start = end
	}
	for i := 1; i <= len(runes); i++ {
		switch {
		case i == len(runes):
			flush(i)
		case runes[i] == '_':
			flush(i)
			start = i + 1
		case unicode.IsUpper(runes[i]) && !unicode.IsUpper(runes[i-1]):
			flush(i)
		case unicode.IsUpper(runes[i]) && i+1 < len(runes) && unicode.IsLower(runes[i+1]) && !isPlural(runes[i+1:]):
			flush(i)
		}
	}
	return words
}

// isPlural reports whether what follows a capital is the s of IDs and no more.
func isPlural(rest []rune) bool {
	return rest[0] == 's' && (len(rest) == 1 || unicode.IsUpper(rest[1]))
}

// plural returns the plural of a noun.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "s") || strings.HasSuffix(noun, "data"):
		return noun
	case strings.HasSuffix(noun, "y") && len(noun) > 1 && !strings.ContainsAny(noun[len(noun)-2:len(noun)-1], "aeiou"):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "x") || strings.HasSuffix(noun, "ch") || strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}

// Gerund returns a verb with -ing.
func Gerund(verb string) string {
	switch {
	case doubled[verb] || short(verb):
		return verb + verb[len(verb)-1:] + "ing"
	case strings.HasSuffix(verb, "ee") || !strings.HasSuffix(verb, "e"):
		return verb + "ing"
	}
	return verb[:len(verb)-1] + "ing"
}

// short reports whether a verb is one syllable that ends in one vowel and one
// consonant: skip, but not scoop, throw or encode.
func short(verb string) bool {
	n := len(verb)
	isVowel := func(i int) bool { return strings.IndexByte("aeiou", verb[i]) >= 0 }
	if n < 3 || isVowel(n-1) || !isVowel(n-2) || isVowel(n-3) || strings.IndexByte("wxy", verb[n-1]) >= 0 {
		return false
	}
	for i := range n - 2 {
		if isVowel(i) || verb[i] == 'y' {
			return false
		}
	}
	return true
}
