// Package text writes findings to be read: one line a finding for programs
// that look at lines, and the source with its range marked for people; and below
// them, how many there are of what.
//
// Its laws: [Plain] writes file:line:column: message for each finding, as compilers
// do, and nothing without findings; what a [Terminal] writes has the same findings
// in the same order; a line that is about no finding begins with the name of the
// program, so that no program takes it for one.
package text
