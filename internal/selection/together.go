package selection

import (
	"cmp"
	"slices"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
)

// A Cause is what a finding has in common with others of its package, which one habit
// makes and another would mend: lines that all lack the same. They are shown as one.
type Cause struct {
	Key string // equal for all of them, "" for a finding that stands alone
	// Head and Tail are what the finding says, before and after it is said how many
	// others there are.
	Head, Tail string
	Weight     float64 // the one with the greatest is shown
}

// few is how many findings with one cause are still shown one by one.
const few = 2

// With returns what a finding says that is shown for n others as well.
func (c Cause) With(n int) string { return c.Head + message.Others(n) + c.Tail }

// causeOf returns the cause of a finding whose message begins with head and ends in tail.
// Where all is asked for, each finding stands alone. Lines beside which, in their functions or
// their files, others do better have a cause of their own: they were forgotten.
func (s Settings) causeOf(f Finding, head, tail string) Cause {
	if s.Least == 0 || !defect.Proven(f.Evidence) {
		return Cause{}
	}
	by, carried := "", f.Says.Carried
	if f.Says.Would.Form == defect.ByBinder {
		by = f.Says.Would.Name // else there is one for each level
	}
	c := Cause{
		Key:    string(f.Category) + "\x00" + by + "\x00" + carried.By + "\x00" + carried.Reader,
		Head:   head,
		Tail:   tail,
		Weight: defect.Probability(f.Category, f.Evidence),
	}
	if slices.Contains(f.Evidence, defect.EvBeside) || slices.Contains(f.Evidence, defect.EvMostly) {
		c.Key += "\x00forgotten"
	}
	if slices.Contains(f.Evidence, defect.EvRequest) {
		c.Weight++ // it needs no look at who calls
	}
	return c
}

// Together returns which of the findings with such causes are shown, as indices in their
// order, and those that each of them is shown for as well.
func Together(causes []Cause) (shown []int, behind map[int][]int) {
	count, first := make(map[string]int), make(map[string]int)
	for i, c := range causes {
		if c.Key == "" {
			continue
		}
		if best, seen := first[c.Key]; !seen || cmp.Less(causes[best].Weight, c.Weight) {
			first[c.Key] = i
		}
		count[c.Key]++
	}
	behind = make(map[int][]int)
	for i, c := range causes {
		switch best := first[c.Key]; {
		case c.Key == "" || count[c.Key] <= few || best == i:
			shown = append(shown, i)
		default:
			behind[best] = append(behind[best], i)
		}
	}
	return shown, behind
}
