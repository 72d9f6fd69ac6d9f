package catalogue

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/loglint/loglint/internal/defect"
)

// Measured is what docs/measured.json holds: counts of judgements, never
// rates, so that two measurements can be added and a reader sees how small
// they are. What was not counted is left out; it is not zero.
type Measured struct {
	// Judged says of how many services findings were drawn.
	Judged struct {
		Services int `json:"services"`
	} `json:"judged"`
	// Census says how many error branches were labelled, of how many services.
	Census struct {
		Services int `json:"services"`
		Sites    int `json:"sites"`
	} `json:"census"`
	// Categories are the counts of each category, and under "all" of all.
	Categories map[string]Counts `json:"categories"`
	// Evidence are the counts of findings that have the evidence.
	Evidence map[string]Counts `json:"evidence"`
}

// Counts are the counts of findings of one kind.
type Counts struct {
	Judged Judged `json:"judged,omitzero"`
	Census Census `json:"census,omitzero"`
}

// Judged counts findings that were shown by default and read one by one: a
// maintainer would act on it; it is true, but not worth a change; it is wrong.
type Judged struct {
	Findings int  `json:"findings"`
	Act      int  `json:"act"`
	Fine     *int `json:"fine,omitempty"`
	Wrong    *int `json:"wrong,omitempty"`
}

// Census counts error branches that were labelled before loglint was run:
// those that are reported, those of them that a maintainer would act on, and
// of how many such branches there are.
type Census struct {
	Reported int  `json:"reported"`
	Act      int  `json:"act"`
	Of       *int `json:"of,omitempty"`
}

// ReadMeasured reads docs/measured.json and refuses what cannot be: names
// that no category and no evidence has, parts greater than their whole.
func ReadMeasured(data []byte) (*Measured, error) {
	var m Measured
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&m); err != nil {
		return nil, err
	}
	if err := checkAll(m.Categories, categoryNames()); err != nil {
		return nil, err
	}
	if err := checkAll(m.Evidence, evidenceNames()); err != nil {
		return nil, err
	}
	return &m, nil
}

// categoryNames returns the names that counts by category can have.
func categoryNames() []string {
	names := []string{"all"}
	for _, r := range Rules() {
		names = append(names, string(r.Category))
	}
	return names
}

// evidenceNames returns the names that counts by evidence can have.
func evidenceNames() []string {
	var names []string
	for _, ev := range defect.Evidences() {
		names = append(names, ev.String())
	}
	return names
}

// checkAll checks counts and their names.
func checkAll(counts map[string]Counts, names []string) error {
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if !slices.Contains(names, name) {
			return fmt.Errorf("measured: %q is no category and no evidence", name)
		}
		if !counts[name].possible() {
			return fmt.Errorf("measured: %s has parts that do not make up their whole", name)
		}
	}
	return nil
}

// possible reports whether the parts are no more than their whole and, if
// none is missing, no less.
func (c Counts) possible() bool {
	j, parts := c.Judged, c.Judged.Act
	for _, n := range []*int{j.Fine, j.Wrong} {
		if n != nil {
			parts += *n
		}
	}
	if parts > j.Findings || j.Fine != nil && j.Wrong != nil && parts < j.Findings {
		return false
	}
	return c.Census.Act <= c.Census.Reported && (c.Census.Of == nil || c.Census.Act <= *c.Census.Of)
}
