// Package rules has what is told of the rules: what each category reports, why that matters, and
// how to silence it.
package rules

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

// rulesJSON is written by passes/internal/catalogue.
//
//go:embed rules.json
var rulesJSON []byte

// A Rule is what is told of one category, in Markdown.
type Rule struct {
	ID, Pass         string
	Summary, Reports string
	Help             string // why it matters, what is not reported, how to silence it
}

// All returns the rules in the order of the catalogue.
func All() ([]Rule, error) {
	var all []Rule
	if err := json.Unmarshal(rulesJSON, &all); err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	return all, nil
}
