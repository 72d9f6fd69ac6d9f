package helpers

import (
	"fmt"
	"os"
)

// Printer shows the user what goes on.
type Printer interface {
	// E shows an error.
	E(format string, args ...any)
	// P shows progress.
	P(format string, args ...any)
}

// quiet stands in where nobody looks: it says nothing of what others do.
type quiet struct{}

func (quiet) E(format string, args ...any) {}
func (quiet) P(format string, args ...any) {}

// RepairAll is good: the printer is handed the error, and what it does with it
// is not to be seen here.
func RepairAll(p Printer, names []string) {
	for _, name := range names {
		if err := os.Remove(name); err != nil {
			p.E("cannot repair %s: %v", name, err)
			continue
		}
		if _, err := os.Open(name); err != nil {
			p.E("cannot open %s: %v", name, err)
			continue
		}
		p.P("repaired %s", name)
	}
}

// RepairQuietly is bad: the printer is not handed the error.
func RepairQuietly(p Printer, names []string) {
	for _, name := range names {
		if _, err := os.Open(name); err != nil { // want `error from os\.Open is dropped: .*\(dropped\)`
			p.E("cannot open %s", name)
			continue
		}
		fmt.Println("repaired", name)
	}
}
