package phrase

import "strings"

// The forms of words.

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
