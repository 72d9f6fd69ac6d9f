// Package options holds the flags that the analysis itself looks at. What it finds, and
// what it tells importing packages, depends on them, so they are part of the key under
// which drivers keep results; flags that only select what is shown are not here. The
// analyzer errfate binds them, and nothing else sets them.
package options

import "fmt"

// A Context says whose context a log line is to carry.
type Context uint8

const (
	// OfRequest is that of code that handles requests.
	OfRequest Context = iota
	// OfAny is whatever context can be named where the line is, in commands,
	// start-up and workers as well.
	OfAny
)

var contextNames = [...]string{"request", "any"}

func (c Context) String() string { return contextNames[c] }

// Set makes a Context a [flag.Value].
func (c *Context) Set(text string) error {
	for i, name := range contextNames {
		if name == text {
			*c = Context(i)
			return nil
		}
	}
	return fmt.Errorf("want request or any")
}

var (
	// Reach says whose context a log line is to carry.
	Reach = OfRequest
	// DebugLines says that a line at level debug or trace counts as a trace of the error.
	DebugLines = true
)
