package main

import (
	"cmp"
	"math"
	"slices"

	"github.com/loglint/loglint/internal/tools/field/resample"
)

// An item is a row that is judged: with a probability, unless it is gone.
type item struct {
	*row
	service int // index in the services of the evaluation
	p       float64
}

// An evaluation holds rows against the probabilities that are predicted of them. Each row counts
// for as many findings as it stands for.
type evaluation struct {
	items    []item
	services []string // sorted
	rounds   *resample.Rounds
}

func newEvaluation(rows []row, p []float64) *evaluation {
	e := &evaluation{services: servicesOf(rows)}
	e.rounds = resample.New(len(e.services))
	for i := range rows {
		s, _ := slices.BinarySearch(e.services, rows[i].Repo)
		e.items = append(e.items, item{row: &rows[i], service: s, p: p[i]})
	}
	return e
}

// Which items count.
type filter func(item) bool

func everything(item) bool  { return true }
func reported(it item) bool { return !it.gone() }
func isAct(it item) bool    { return it.act() }
func isWrong(it item) bool  { return it.Verdict == verdictWrong }

// above selects what is shown from a threshold. What is gone is never shown.
func above(threshold float64) filter {
	return func(it item) bool { return !it.gone() && it.p >= threshold }
}

func both(a, b filter) filter { return func(it item) bool { return a(it) && b(it) } }

// weight is how many findings there are that a filter lets through, and labels of them.
func (e *evaluation) weight(of filter) (findings float64, labels int) {
	for _, it := range e.items {
		if of(it) {
			findings += it.Weight
			labels++
		}
	}
	return findings, labels
}

// mean is the mean of a value over the items that a filter lets through.
func (e *evaluation) mean(value func(item) float64, of filter) resample.Figure {
	r := e.rounds.Ratio()
	for _, it := range e.items {
		if of(it) {
			r.Add(it.service, it.Weight*value(it), it.Weight)
		}
	}
	return r.Figure()
}

// share is which part of what one filter lets through another does, too.
func (e *evaluation) share(part, of filter) resample.Figure {
	return e.mean(func(it item) float64 { return truth(part(it)) }, of)
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// brier is the mean square of the difference between probability and truth.
func (e *evaluation) brier() resample.Figure {
	return e.mean(func(it item) float64 { d := it.p - truth(it.act()); return d * d }, reported)
}

// logLoss is the mean of minus the log of the probability that is given to what is. Probabilities
// of 0 and 1 count as if they were a billionth off.
func (e *evaluation) logLoss() resample.Figure {
	return e.mean(func(it item) float64 {
		p := it.p
		if !it.act() {
			p = 1 - p
		}
		return -math.Log(min(max(p, 1e-9), 1-1e-9))
	}, reported)
}

// auc is the probability that a finding that is act is predicted higher than one that is not,
// where a tie counts half.
func (e *evaluation) auc() resample.Figure {
	var sorted []item
	for _, it := range e.items {
		if reported(it) {
			sorted = append(sorted, it)
		}
	}
	slices.SortStableFunc(sorted, func(a, b item) int { return cmp.Compare(a.p, b.p) })
	return e.rounds.Figure(func(times []float64) float64 {
		below, acts, won := 0.0, 0.0, 0.0 // below: the weight of what is not act and lies below
		for group := range ties(sorted) {
			act, not := 0.0, 0.0
			for _, it := range group {
				if w := it.Weight * times[it.service]; it.act() {
					act += w
				} else {
					not += w
				}
			}
			won += act * (below + not/2)
			acts += act
			below += not
		}
		if acts == 0 || below == 0 {
			return math.NaN()
		}
		return won / (acts * below)
	})
}

// ties yields the runs of items with the same probability.
func ties(sorted []item) func(yield func([]item) bool) {
	return func(yield func([]item) bool) {
		for i := 0; i < len(sorted); {
			j := i + 1
			for j < len(sorted) && sorted[j].p == sorted[i].p {
				j++
			}
			if !yield(sorted[i:j]) {
				return
			}
			i = j
		}
	}
}

// lowest returns the least threshold, in thousandths, from which on the precision is at least
// wanted, and whether there is one.
func (e *evaluation) lowest(wanted float64) (float64, bool) {
	for k := 1; k < 1000; k++ {
		t := float64(k) / 1000
		shown, _ := e.weight(above(t))
		acts, _ := e.weight(both(above(t), isAct))
		if shown > 0 && acts/shown >= wanted {
			return t, true
		}
	}
	return 0, false
}

// firstFew is how many findings of a service one reads who reads only the most probable.
const firstFew = 10

// first returns the mean over services of the precision among their firstFew most probable
// findings that are shown, or all that are if they are fewer, and of how much of what is
// attainable they are: the act among them, of firstFew or of all that the service has. The
// first leaves out services that nothing is shown of, the second those that have no act.
//
// A label stands for several findings, so the last to be read may be a part of those of a label,
// or of several that are as probable: the same share of that part is act as of all of them.
func (e *evaluation) first(shown filter) (precision, attained resample.Figure) {
	found, gained := e.rounds.Ratio(), e.rounds.Ratio()
	for s := range e.services {
		of := func(it item) bool { return it.service == s }
		acts, _ := e.weight(both(of, isAct))
		read, hits := e.read(both(of, shown))
		if read > 0 {
			found.Add(s, hits/read, 1)
		}
		if acts > 0 {
			gained.Add(s, hits/min(firstFew, acts), 1)
		}
	}
	return found.Figure(), gained.Figure()
}

// read reads the firstFew most probable of what a filter lets through, and returns how many
// findings these are and how many of them are act.
func (e *evaluation) read(of filter) (read, found float64) {
	var sorted []item
	for _, it := range e.items {
		if of(it) {
			sorted = append(sorted, it)
		}
	}
	slices.SortStableFunc(sorted, func(a, b item) int { return cmp.Compare(b.p, a.p) })
	for group := range ties(sorted) {
		all, act := 0.0, 0.0
		for _, it := range group {
			all += it.Weight
			act += it.Weight * truth(it.act())
		}
		part := min(1, (firstFew-read)/all)
		read, found = read+part*all, found+part*act
		if read >= firstFew || part < 1 {
			break
		}
	}
	return read, found
}
