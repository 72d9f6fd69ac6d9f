package nearest_test

import (
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/nearest"
)

// TestTo holds a slip to be seen, and what is something else to be left alone.
func TestTo(t *testing.T) {
	known := []string{"confidence", "all", "fix", "o", "sarif", "swallowederr.discarded", "swallowederr.dropped"}
	for name, want := range map[string]string{
		"confidnce":              "confidence",
		"Confidence":             "confidence",
		"confidecne":             "confidence", // letters swapped
		"al":                     "all",
		"sarif":                  "", // it is there, and was not known where it was used
		"fxi":                    "fix",
		"safir":                  "sarif",
		"swallowederr.discardd":  "swallowederr.discarded",
		"swallowederr.droped":    "swallowederr.dropped",
		"discarded":              "swallowederr.discarded", // the last part of it
		"bogus":                  "",
		"verbose":                "",
		"":                       "",
		"x":                      "",
		"zzzzzzzzzzzzzzzzzzzzzz": "",
	} {
		if got := nearest.To(name, known); got != want {
			t.Errorf("nearest to %q is %q, want %q", name, got, want)
		}
	}
}
