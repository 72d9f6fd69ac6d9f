// Package channels holds errors that are received and not looked at: mostly to wait for an
// end, and so of low confidence.
package channels

import (
	"errors"
	"log"
	"os"
)

func run(done chan<- error) { done <- os.WriteFile("out", nil, 0o600) }

// wait (bad): whether it went well is received, and not looked at.
func wait() {
	done := make(chan error)
	go run(done)
	<-done // want `error received from a channel is discarded: nothing looks at it \(discarded\)`
}

// waited (good): it is returned.
func waited() error {
	done := make(chan error)
	go run(done)
	return <-done
}

// both (bad): the second is not the first.
func both() error {
	done := make(chan error)
	go run(done)
	go run(done)
	err := <-done
	<-done // want `error received from a channel is discarded: nothing looks at it \(discarded\)`
	return err
}

// bothLooked (good): each is looked at.
func bothLooked() error {
	done := make(chan error)
	go run(done)
	go run(done)
	if err := <-done; err != nil {
		return err
	}
	return <-done
}

// each (bad): in a loop.
func each(n int) {
	done := make(chan error)
	for range n {
		go run(done)
		<-done // want `error received from a channel is discarded: nothing looks at it \(discarded\)`
	}
}

// signal (good): there is no error in it.
func signal() {
	done := make(chan struct{})
	go func() { close(done) }()
	<-done
}

// first (bad): the result of a call is no different.
func first() {
	<-start() // want `error received from a channel is discarded: nothing looks at it \(discarded\)`
}

func start() <-chan error {
	done := make(chan error)
	go run(done)
	return done
}

// gone (good): whoever asks whether there is one more asks for no error.
func gone(done <-chan error) bool {
	_, more := <-done
	return more
}

// First returns with the first that it takes, and looks at none.
func First(errs chan error, quiet bool) int {
	for err := range errs { // want `error received from a channel is dropped: the path returning at line \d+ never looks at it`
		if quiet {
			return 1
		}
		log.Print(err)
	}
	return 0
}

// Each logs each that it takes.
func Each(errs chan error) {
	for err := range errs {
		log.Print(err)
	}
}

// Both (bad): where the second is returned nobody has looked at the first.
func Both(sent, received chan error) error {
	s := <-sent // want `error received from a channel is dropped: the path returning at line \d+ never looks at it`
	r := <-received
	if r != nil {
		return r
	}
	return s
}

// BothJoined (good): both are returned.
func BothJoined(sent, received chan error) error {
	s := <-sent
	r := <-received
	return errors.Join(s, r)
}
