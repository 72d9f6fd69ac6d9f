package main

import "slices"

// noFixes says that no fixes are to be worked out. Each is type-checked, and
// that is the most of the time in a large package with many findings, so it is
// done only for an output that has them.
const noFixes = "-fixes=false"

// withoutFixes adds noFixes to the flags of the driver, unless one of them
// asks for an output that has fixes, or says what is to be done.
func withoutFixes(flags []string) []string {
	for _, arg := range flags {
		if name, ok := flagName(arg); ok && slices.Contains([]string{"fix", "diff", "json", "fixes"}, name) {
			return flags
		}
	}
	return append([]string{noFixes}, flags...)
}

// wantsFixes reports the same of a run of the command's own.
func (o *options) wantsFixes() bool { return o.fix || o.json || o.sarif != "" || o.asksFixes }

// toolFlags returns the flags of the vet tool that the command runs.
func (o *options) toolFlags() []string {
	if o.wantsFixes() {
		return o.passFlags
	}
	return append(slices.Clone(o.passFlags), noFixes)
}
