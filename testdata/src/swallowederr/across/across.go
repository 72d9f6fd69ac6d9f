// Package across loses errors of one package through helpers of another.
package across

import (
	"swallowederr/across/audit"
	"swallowederr/across/store"
)

// bad: the callee, two packages away from the file, reports on the world
// outside.
func saveAll(names []string) {
	for _, name := range names {
		if err := store.Save(name, nil); err != nil { // want `error from store\.Save is dropped: the path continuing at line 14 neither returns nor logs it; it may come from os\.WriteFile; the loop goes on without this item \(dropped\)`
			continue
		}
		audit.Keep(nil)
	}
}

// good: the callee has logged what it returns.
func saveAllLogged(names []string) {
	for _, name := range names {
		if err := store.SaveLogged(name, nil); err != nil {
			continue
		}
		audit.Keep(nil)
	}
}

// good: so has this one, as far as it is worth a line.
func saveAllOrLog(names []string) {
	for _, name := range names {
		if err := store.SaveOrLog(name, nil); err != nil {
			continue
		}
		audit.Keep(nil)
	}
}

// good: the callee computes.
func number(text string) int {
	n, err := store.Number(text)
	if err != nil {
		return 0
	}
	return n
}

// good: the callee never fails.
func never() {
	store.Never(1)
}

// bad: the helper only counts.
func counted(name string) {
	err := store.Save(name, nil)
	if err != nil { // want `error from store\.Save is dropped: audit\.Count, called at line 58, makes nothing of it, and the path returning at line 59 neither returns nor logs it; it may come from os\.WriteFile; the rest of counted is then not done \(dropped\)`
		audit.Count(err)
		return
	}
	audit.Keep(nil)
}

// good: the helper logs.
func noted(name string) {
	err := store.Save(name, nil)
	if err != nil {
		audit.Note(err)
		return
	}
	audit.Keep(nil)
}

// good: the helper keeps it.
func kept(name string) {
	if err := store.Save(name, nil); err != nil {
		audit.Keep(err)
	}
}

// good: the helper wraps it, and the wrapped error is returned.
func wrapped(name string) error {
	if err := store.Save(name, nil); err != nil {
		return audit.Wrap(err)
	}
	return nil
}

// bad: wrapped, and let go.
func wrappedAway(names []string) {
	for _, name := range names {
		err := store.Save(name, nil)
		if err != nil { // want `error from store\.Save is dropped: .*\(dropped\)`
			err = audit.Wrap(err)
			continue
		}
		audit.Keep(nil)
	}
}

// good: the predicate says what it is.
func classified(names []string) error {
	for _, name := range names {
		err := store.Save(name, nil)
		if audit.Gone(err) {
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// bad: this one says only that there is an error.
func failed(names []string) {
	for _, name := range names {
		if err := store.Save(name, nil); audit.Failed(err) { // want `error from store\.Save is dropped: .*\(dropped\)`
			continue
		}
		audit.Keep(nil)
	}
}
