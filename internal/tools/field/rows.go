package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A row is a label with the finding of a build that it is about.
type row struct {
	label
	joined
}

// joined is what a row says beside its label.
type joined struct {
	Use        string   `json:"use"`         // of the service
	Weight     float64  `json:"weight"`      // how many findings the label stands for
	Features   []string `json:"features"`    // of the finding now: see featuresOf
	Level      string   `json:"level"`       // of the finding now
	MessageNow string   `json:"message_now"` // of the finding now
	Match      string   `json:"match"`       // the name of one of ways, or gone
}

// gone is the match of a label that no finding of the build is about. Such a row has no
// features, level and message.
const gone = "gone"

// gone reports whether the build has no such finding.
func (r *row) gone() bool { return r.Match == gone }

func (r *row) act() bool { return r.Verdict == verdictAct }

// category is how a feature names a category.
func category(name string) string { return "category:" + name }

// featuresOf returns what a model may know of a finding: its category first, and the names of
// its evidence, sorted, each once.
func featuresOf(f finding) []string {
	evidence := slices.Compact(slices.Sorted(slices.Values(f.Evidence)))
	return slices.Concat([]string{category(f.Category)}, evidence)
}

// writeRows writes rows, a line each: all that the label's line says, whether it means anything
// here or not, and what was joined, by name.
func writeRows(w io.Writer, rows []row) error {
	encode := func(w io.Writer, v any) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return enc.Encode(v)
	}
	for _, r := range rows {
		all := maps.Clone(r.raw)
		var own bytes.Buffer
		if err := encode(&own, r.joined); err != nil {
			return err
		}
		if err := json.Unmarshal(own.Bytes(), &all); err != nil { // adds to what is there
			return err
		}
		if err := encode(w, all); err != nil {
			return err
		}
	}
	return nil
}

// readRows reads what writeRows wrote.
func readRows(file string) ([]row, error) {
	var all []row
	err := eachLine(file, func(at string, line []byte) error {
		var r row
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		if !slices.Contains(uses, r.Use) || !slices.Contains(verdicts, r.Verdict) || r.Match == "" || !(r.Weight > 0) {
			return fmt.Errorf("no use, verdict, match or weight: this is no row of field join")
		}
		r.at = at
		all = append(all, r)
		return nil
	})
	return all, err
}

// ofUse returns the rows of services that are for one of the uses. It is an error if there are none.
func ofUse(rows []row, uses []string) ([]row, error) {
	var out []row
	for _, r := range rows {
		if slices.Contains(uses, r.Use) {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no rows of %s", strings.Join(uses, ", "))
	}
	return out, nil
}

// present returns the rows that are not gone.
func present(rows []row) []row {
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.gone() })
}

// servicesOf returns the services that rows are of, sorted.
func servicesOf(rows []row) []string {
	named := make(map[string]bool)
	for _, r := range rows {
		named[r.Repo] = true
	}
	return slices.Sorted(maps.Keys(named))
}
