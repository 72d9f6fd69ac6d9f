package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
)

// The verdicts of a reader.
const (
	verdictAct   = "act"
	verdictFine  = "fine"
	verdictWrong = "wrong"
)

var verdicts = []string{verdictAct, verdictFine, verdictWrong}

// maxSeverity is how bad a finding may be at most.
const maxSeverity = 3

// A judgement is what one reader said of a finding.
type judgement struct {
	Verdict string `json:"verdict"`
	Sev     int    `json:"sev"`
	Role    string `json:"role"`    // may be empty
	Instead string `json:"instead"` // may be empty
	Reason  string `json:"reason"`
	Reader  string `json:"reader"`
}

// A label is a finding that was drawn, with what was said of it.
type label struct {
	drawn
	judgement
	Date   string     `json:"date"`
	Second *judgement `json:"second"` // nil unless another reader judged it as well

	raw map[string]json.RawMessage // all that the line says, by name
	at  string                     // the file and line of the label itself
}

// weight returns how many findings the label stands for, itself included.
func (l label) weight() float64 { return float64(l.Size) / float64(l.Drawn) }

// readLabels reads the labels of files, in their order.
func readLabels(files []string) ([]label, error) {
	var all []label
	for _, file := range files {
		err := eachLine(file, func(at string, line []byte) error {
			l := label{at: at}
			if err := json.Unmarshal(line, &l); err != nil {
				return err
			}
			if err := json.Unmarshal(line, &l.raw); err != nil {
				return err
			}
			all = append(all, l)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no labels in %s", strings.Join(files, ", "))
	}
	return all, nil
}

// eachLine calls do with each line of a file that is not empty, and with its place as
// file:line, until do fails. Its error then names the place.
func eachLine(file string, do func(at string, line []byte) error) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		at := fmt.Sprintf("%s:%d", file, n)
		if err := do(at, line); err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
	}
	return nil
}

// problems says what is wrong with labels, a line each: services and commits that the ledger
// does not have, words and numbers that mean nothing, places that were labelled before.
func problems(labels []label, ledger map[string]service) []string {
	var out []string
	first := make(map[string]string)
	for _, l := range labels {
		say := func(format string, args ...any) { out = append(out, l.at+": "+fmt.Sprintf(format, args...)) }
		switch s, ok := ledger[l.Repo]; {
		case !ok:
			say("the ledger does not name %q", l.Repo)
		case s.Commit != l.Commit:
			say("%s is at %q here, and at %q in the ledger", l.Repo, l.Commit, s.Commit)
		}
		if l.File == "" || l.Line < 1 || l.Col < 0 || l.Category == "" {
			say("%s is no place", l.Place)
		}
		if l.Drawn < 1 || l.Size < l.Drawn {
			say("%d drawn of a stratum of %d: it has no weight", l.Drawn, l.Size)
		}
		for _, j := range l.judgements() {
			if !slices.Contains(verdicts, j.Verdict) {
				say("the verdict of reader %s is %q, and may be one of %s", j.Reader, j.Verdict, strings.Join(verdicts, ", "))
			}
			if j.Sev < 0 || j.Sev > maxSeverity {
				say("the severity of reader %s is %d, and may be 0 to %d", j.Reader, j.Sev, maxSeverity)
			}
		}
		place := l.Repo + " " + l.Place.String()
		if before, ok := first[place]; ok {
			say("%s was labelled before, at %s", place, before)
		} else {
			first[place] = l.at
		}
	}
	return out
}

// judgements returns what each of its readers said.
func (l label) judgements() []judgement {
	if l.Second == nil {
		return []judgement{l.judgement}
	}
	return []judgement{l.judgement, *l.Second}
}
