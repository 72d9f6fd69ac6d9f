package defect

import "fmt"

// A Confidence says how sure a finding is to be one that a maintainer would
// act on.
type Confidence uint8

const (
	Low Confidence = iota
	Medium
	High
)

var confidenceNames = [...]string{"low", "medium", "high"}

func (c Confidence) String() string { return confidenceNames[c] }

// Set makes a Confidence a [flag.Value].
func (c *Confidence) Set(text string) error {
	for i, name := range confidenceNames {
		if name == text {
			*c = Confidence(i)
			return nil
		}
	}
	return fmt.Errorf("want high, medium or low")
}
