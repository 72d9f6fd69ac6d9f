package a

import "os"

// translate is set by who knows what the client may see.
var translate func(err error) error

// SetTranslate sets it.
func SetTranslate(f func(error) error) { translate = f }

// Translated hands its error to a function of which nothing is known, and
// returns what that makes of it.
func Translated(path string) error { // want Translated:`^result 0: environment from os\.WriteFile, writes, several causes; writes$`
	if err := os.RemoveAll(path); err != nil {
		return translate(err)
	}
	return os.WriteFile(path, nil, 0o600)
}

// TranslatedOnly has no other error.
func TranslatedOnly(path string) error { // want TranslatedOnly:`^result 0: environment from os\.ReadFile.*$`
	if _, err := os.ReadFile(path); err != nil {
		return translate(err)
	}
	return nil
}
