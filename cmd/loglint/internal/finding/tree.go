package finding

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A tree is the JSON of the drivers of go/analysis: package, pass, and what
// the pass has to say, which is a list of diagnostics or a treeError.
type tree map[string]map[string]json.RawMessage

type treeError struct {
	Err string `json:"error"`
}

type treeDiagnostic struct {
	Category string        `json:"category,omitempty"`
	Posn     string        `json:"posn"`
	End      string        `json:"end"`
	Message  string        `json:"message"`
	Fixes    []treeFix     `json:"suggested_fixes,omitempty"`
	Related  []treeRelated `json:"related,omitempty"`
	// The drivers have none of these.
	Confidence  string  `json:"confidence,omitempty"`
	Probability float64 `json:"probability,omitempty"`
}

type treeFix struct {
	Message string     `json:"message"`
	Edits   []treeEdit `json:"edits"`
}

type treeEdit struct {
	Filename string `json:"filename"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

type treeRelated struct {
	Posn    string `json:"posn"`
	End     string `json:"end"`
	Message string `json:"message"`
}

// A Unit is what was said of a package, or of a variant of it, in one go.
type Unit struct {
	ID       string
	Findings []Finding
	Failures []Failure
}

// Decode reads trees, one after the other, as go vet -json writes one for each
// package. Findings of one pass in one unit keep their order; that of units and
// passes is undefined.
func Decode(r io.Reader) ([]Unit, error) {
	var units []Unit
	for dec := json.NewDecoder(r); ; {
		var t tree
		if err := dec.Decode(&t); errors.Is(err, io.EOF) {
			return units, nil
		} else if err != nil {
			return nil, fmt.Errorf("findings as JSON: %w", err)
		}
		for id, passes := range t {
			u := Unit{ID: id}
			for pass, said := range passes {
				if err := u.add(pass, said); err != nil {
					return nil, fmt.Errorf("%s of %s: %w", pass, id, err)
				}
			}
			units = append(units, u)
		}
	}
}

// add adds what a pass has said.
func (u *Unit) add(pass string, said json.RawMessage) error {
	path := PackagePath(u.ID)
	if !bytes.HasPrefix(said, []byte("[")) {
		var e treeError
		if err := json.Unmarshal(said, &e); err != nil {
			return err
		}
		u.Failures = append(u.Failures, Failure{path, pass, e.Err})
		return nil
	}
	var diagnostics []treeDiagnostic
	if err := json.Unmarshal(said, &diagnostics); err != nil {
		return err
	}
	for _, d := range diagnostics {
		u.Findings = append(u.Findings, d.finding(path, pass))
	}
	return nil
}

func (d treeDiagnostic) finding(path, pass string) Finding {
	f := Finding{
		Package: path, Pass: pass, Category: d.Category,
		Pos: ParsePosition(d.Posn), End: ParsePosition(d.End), Message: d.Message,
		Judgement: Judgement{Confidence: d.Confidence, Probability: d.Probability},
	}
	for _, fix := range d.Fixes {
		to := Fix{Message: fix.Message}
		for _, e := range fix.Edits {
			to.Edits = append(to.Edits, Edit{e.Filename, e.Start, e.End, e.New})
		}
		f.Fixes = append(f.Fixes, to)
	}
	for _, rel := range d.Related {
		f.Related = append(f.Related, Related{ParsePosition(rel.Posn), ParsePosition(rel.End), rel.Message})
	}
	return f
}

// Encode writes one tree, in the format of the drivers of go/analysis.
func Encode(w io.Writer, findings []Finding, failures []Failure) error {
	lists := make(map[string]map[string]any)
	of := func(path string) map[string]any {
		if lists[path] == nil {
			lists[path] = make(map[string]any)
		}
		return lists[path]
	}
	for _, f := range findings {
		passes := of(f.Package)
		list, _ := passes[f.Pass].([]treeDiagnostic)
		passes[f.Pass] = append(list, diagnostic(f))
	}
	for _, f := range failures {
		of(f.Package)[f.Pass] = treeError{f.Text}
	}
	data, err := json.MarshalIndent(lists, "", "\t")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", data)
	return err
}

func diagnostic(f Finding) treeDiagnostic {
	d := treeDiagnostic{
		Category: f.Category, Posn: f.Pos.String(), End: f.End.String(), Message: f.Message,
		Confidence: f.Confidence, Probability: f.Probability,
	}
	for _, fix := range f.Fixes {
		to := treeFix{Message: fix.Message}
		for _, e := range fix.Edits {
			to.Edits = append(to.Edits, treeEdit{e.File, e.Start, e.End, e.New})
		}
		d.Fixes = append(d.Fixes, to)
	}
	for _, rel := range f.Related {
		d.Related = append(d.Related, treeRelated{rel.Pos.String(), rel.End.String(), rel.Message})
	}
	return d
}
