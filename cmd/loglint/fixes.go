package main

import (
	"slices"

	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

// noFixes says that no fixes are to be worked out. Each is type-checked, and
// that is the most of the time in a large package with many findings, so it is
// done only for an output that has them.
const noFixes = "-fixes=false"

// withoutFixes adds noFixes to the flags of the driver, unless one of them
// asks for an output that has fixes, or says what is to be done.
func withoutFixes(flags []string) []string {
	for _, arg := range flags {
		if name, ok := manual.NameOf(arg); ok && slices.Contains([]string{"fix", "diff", "json", "fixes"}, name) {
			return flags
		}
	}
	return append([]string{noFixes}, flags...)
}

// wantsFixes reports the same of a run of the command's own.
func (o *options) wantsFixes() bool { return o.fix || o.targets.WantsFixes() || o.asksFixes }

// toolFlags returns the flags of the vet tool that the command runs. They are part
// of the key under which the go command keeps what the tool has found, so they are
// those that change what is found; all others only select from it.
func (o *options) toolFlags() []string {
	flags := slices.DeleteFunc(slices.Clone(o.passFlags), func(arg string) bool {
		name, _ := manual.NameOf(arg)
		return !slices.Contains(analysisFlags, name)
	})
	if !o.wantsFixes() {
		return append(flags, noFixes)
	}
	return flags
}

// analysisFlags are the flags of the engine that change what is found, and not only
// what of it is shown.
var analysisFlags = []string{"reach", "debuglines", "fixes", "logs", "responds", "classifies"}
