package catalogue

import (
	"slices"

	"github.com/loglint/loglint/internal/defect"
)

// A Rule is what the catalogue says of one category. Its texts are Markdown.
type Rule struct {
	Category defect.Category
	// Summary completes "category:". It is the rule's line in the README.
	Summary string
	// Reports says in full what is reported.
	Reports string
	// Why says what it costs not to know, to those who are called at night.
	Why string
	// NotReported lists the nearest neighbours that are left alone.
	NotReported []string
	// Comment says where a comment that gives the reason silences; empty if
	// none does.
	Comment string
	// Default says more of what is shown when, if there is more to say.
	Default string
}

// A Pass is a pass with its rules.
type Pass struct {
	Name string
	// Title completes "pass:".
	Title string
	// About says what its rules have in common.
	About string
	Rules []Rule
}

// Passes are the passes in the order of the catalogue.
var Passes = []Pass{swallowederr, nolog, missingctx}

// Rules returns the rules of all passes.
func Rules() []Rule {
	var all []Rule
	for _, p := range Passes {
		all = slices.Concat(all, p.Rules)
	}
	return all
}

// The places where a comment silences.
const (
	inBranch = "in the error branch, or on the line of its test"
	onLine   = "on the line of the call"
)
