package convention

import (
	"strings"
	"unicode"
)

// Words returns the words of a name: parsePEMToJWK is parse PEM to JWK.
func Words(name string) []string {
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
