package main

import (
	"fmt"
	"slices"
	"strings"
)

// A service is what the ledger says of one.
type service struct {
	Use       string // one of uses
	Commit    string
	Directory string // of its module, relative to the checkout
}

// uses are what a service may be for. What is spent was for validation in an earlier round, and is
// for building now.
var uses = []string{"building", "validation", "final", "spent"}

// ledgerHeader is the first line of a ledger.
const ledgerHeader = "service\tuse\tcommit\tdirectory"

// readLedger reads the services of a ledger, by owner/name.
func readLedger(file string) (map[string]service, error) {
	all, err := lines(file)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 || all[0] != ledgerHeader {
		return nil, fmt.Errorf("%s: the first line is not %q", file, ledgerHeader)
	}
	out := make(map[string]service)
	for _, line := range all[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != 4 {
			return nil, fmt.Errorf("%s: %q has %d columns, not 4", file, line, len(cells))
		}
		name, s := cells[0], service{Use: cells[1], Commit: cells[2], Directory: cells[3]}
		if !slices.Contains(uses, s.Use) {
			return nil, fmt.Errorf("%s: the use of %s is %q, and may be one of %s", file, name, s.Use, strings.Join(uses, ", "))
		}
		if _, ok := out[name]; ok {
			return nil, fmt.Errorf("%s: %s is named twice", file, name)
		}
		out[name] = s
	}
	return out, nil
}

// usesOf splits a list of uses as it is given to a flag.
func usesOf(list string) ([]string, error) {
	named := split(list)
	for _, u := range named {
		if !slices.Contains(uses, u) {
			return nil, fmt.Errorf("%q is no use of a service: there are %s", u, strings.Join(uses, ", "))
		}
	}
	if len(named) == 0 {
		return nil, fmt.Errorf("name a use: %s", strings.Join(uses, ", "))
	}
	return named, nil
}

// split splits a list at its commas, leaving out what is empty.
func split(list string) []string {
	return slices.DeleteFunc(strings.Split(list, ","), func(s string) bool { return s == "" })
}
