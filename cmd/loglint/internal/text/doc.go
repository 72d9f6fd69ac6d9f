// Package text writes findings to be read: one line a finding for programs
// that look at lines, and the source with its range marked for people.
//
// Its laws: [Plain] writes what the drivers of go/analysis write, byte for
// byte, and nothing without findings; what a [Terminal] writes has the same
// findings in the same order.
package text
