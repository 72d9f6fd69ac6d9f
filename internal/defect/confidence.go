package defect

import (
	"fmt"
	"strconv"
)

// A Confidence says how likely a finding is one that a maintainer would act on, in three
// steps: see [ConfidenceOf].
type Confidence uint8

const (
	Low Confidence = iota
	Medium
	High
)

var confidenceNames = [...]string{"low", "medium", "high"}

func (c Confidence) String() string { return confidenceNames[c] }

// A Threshold is the least probability of a finding that is shown, as a [flag.Value]: one of the
// names of confidence, or a number from 0 to 1.
type Threshold struct {
	name   Confidence
	number float64
	exact  bool
}

// AtLeast returns the threshold of a confidence.
func AtLeast(c Confidence) Threshold { return Threshold{name: c} }

// Least returns the least probability that is shown.
func (t Threshold) Least() float64 {
	if t.exact {
		return t.number
	}
	return Least(t.name)
}

func (t *Threshold) String() string {
	if t.exact {
		return strconv.FormatFloat(t.number, 'g', -1, 64)
	}
	return t.name.String()
}

// Set reads a threshold as a person writes it.
func (t *Threshold) Set(text string) error {
	for i, name := range confidenceNames {
		if name == text {
			*t = Threshold{name: Confidence(i)}
			return nil
		}
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil && n >= 0 && n <= 1 {
		*t = Threshold{number: n, exact: true}
		return nil
	}
	return fmt.Errorf("want high, medium, low, or a probability from 0 to 1")
}
