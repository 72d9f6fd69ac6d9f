// Package question holds functions whose names ask something. One that answers no
// has answered; one that returns an error has not, and the error is another one.
package question

import (
	"errors"
	"net/http"
)

// A Remote is a repository elsewhere.
type Remote struct{ url string }

func (r *Remote) list() (*http.Response, error) { return http.Get(r.url) }

// hasBranches is good: that there are none, as far as can be seen, is an answer.
func (r *Remote) hasBranches() bool {
	resp, err := r.list()
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusOK
}

// findBranch is bad: it says that it failed, and not why.
func (r *Remote) findBranch() (string, error) {
	resp, err := r.list()
	if err != nil {
		return "", errors.New("cannot list the remote") // want `error from \(\*Remote\)\.list is replaced: .*it may come from http\.Get \(replaced\)`
	}
	return resp.Header.Get("Branch"), nil
}
