// Package resolver gets accounts from elsewhere. One that has logged what came from
// outside, and returns what was wrong with it, is asked without much being lost.
package resolver

import (
	"encoding/json"
	"log/slog"
	"os"
)

// Account is one account.
type Account struct{ Name string }

// A Resolver gets accounts.
type Resolver struct{ dir string }

// fetch logs what goes wrong outside.
func (r *Resolver) fetch(name string) ([]byte, error) {
	data, err := os.ReadFile(r.dir + "/" + name)
	if err != nil {
		slog.Warn("account fetch failed", "name", name, "err", err)
		return nil, err
	}
	return data, nil
}

// lookUp returns what was logged, and what was wrong with the account.
func (r *Resolver) lookUp(name string) (*Account, error) {
	data, err := r.fetch(name)
	if err != nil {
		return nil, err
	}
	account := new(Account)
	if err := json.Unmarshal(data, account); err != nil {
		return nil, err
	}
	return account, nil
}

// All is good: a file that cannot be read has been logged.
func (r *Resolver) All(names []string) (accounts []*Account) {
	for _, name := range names {
		account, err := r.lookUp(name)
		if err != nil {
			continue
		}
		accounts = append(accounts, account)
	}
	return accounts
}

// lookUpQuietly logs nothing.
func (r *Resolver) lookUpQuietly(name string) (*Account, error) {
	data, err := os.ReadFile(r.dir + "/" + name)
	if err != nil {
		return nil, err
	}
	account := new(Account)
	if err := json.Unmarshal(data, account); err != nil {
		return nil, err
	}
	return account, nil
}

// AllQuietly is bad: a file that cannot be read leaves no trace.
func (r *Resolver) AllQuietly(names []string) (accounts []*Account) {
	for _, name := range names {
		account, err := r.lookUpQuietly(name)
		if err != nil { // want `error from \(\*Resolver\)\.lookUpQuietly is dropped: .*it may come from os\.ReadFile; the loop goes on without this item \(dropped\)`
			continue
		}
		accounts = append(accounts, account)
	}
	return accounts
}

// parse only decodes, and nothing is logged for it.
func (r *Resolver) parse(data []byte) (*Account, error) {
	account := new(Account)
	if err := json.Unmarshal(data, account); err != nil {
		return nil, err
	}
	return account, nil
}

// AllParsed is bad: an account that is broken leaves no trace.
func (r *Resolver) AllParsed(all [][]byte) (accounts []*Account) {
	for _, data := range all {
		account, err := r.parse(data)
		if err != nil { // want `error from \(\*Resolver\)\.parse is dropped: .*it may come from json\.Unmarshal; the loop goes on without this item \(dropped\)`
			continue
		}
		accounts = append(accounts, account)
	}
	return accounts
}
