// Package received holds errors that come over a channel.
package received

import "log"

// Wait is bad: the worker has sent its error, and it ends here.
func Wait(done <-chan error) bool {
	if err := <-done; err != nil { // want `error .* is dropped: .*\(dropped\)`
		return false
	}
	return true
}

// WaitAll is bad: the errors of all workers are taken off the channel, and that is all.
func WaitAll(done <-chan error, n int) (failed int) {
	for range n {
		if err := <-done; err != nil { // want `error .* is dropped: .*\(dropped\)`
			failed++
		}
	}
	return failed
}

// WaitReturned is good: the error is returned.
func WaitReturned(done <-chan error) error { return <-done }

// WaitLogged is good: each error has a line.
func WaitLogged(done <-chan error, n int) (failed int) {
	for range n {
		if err := <-done; err != nil {
			log.Print(err)
			failed++
		}
	}
	return failed
}
