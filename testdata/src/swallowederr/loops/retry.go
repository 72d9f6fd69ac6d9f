package loops

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"time"
)

// Push is bad: it gives up without saying what the last attempt met.
func (u *Uploader) Push(ctx context.Context, it Item) error {
	for range 3 {
		err := u.store.Save(ctx, it)
		if err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return fmt.Errorf("gave up on %s after 3 attempts", it.ID) // want `error from Store\.Save is replaced: .*\(replaced\)`
}

// PushChecked is good: the earlier attempts are superseded, the last one is reported.
func (u *Uploader) PushChecked(ctx context.Context, it Item) error {
	var err error
	for range 3 {
		err = u.store.Save(ctx, it)
		if err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return fmt.Errorf("gave up on %s after 3 attempts: %w", it.ID, err)
}

// Deliver is bad: after the last attempt it returns success.
func (u *Uploader) Deliver(ctx context.Context, it Item) error {
	for range 5 {
		if err := u.store.Save(ctx, it); err == nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
			u.done++
			return nil
		}
		time.Sleep(time.Second)
	}
	return nil
}

// DeliverChecked is good: the attempt that uses up the budget returns its error.
func (u *Uploader) DeliverChecked(ctx context.Context, it Item) error {
	for attempt := 1; ; attempt++ {
		err := u.store.Save(ctx, it)
		if err == nil {
			u.done++
			return nil
		}
		if attempt == 5 {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Fetch is bad: the last error is only tested, the one returned says nothing of it.
func (u *Uploader) Fetch(mirrors []string) (*http.Response, error) {
	var lastErr error
	for _, m := range mirrors {
		resp, err := u.client.Get(m)
		if err == nil {
			return resp, nil
		}
		lastErr = err
	}
	if lastErr != nil {
		return nil, errors.New("all mirrors failed") // want `error from \(\*http\.Client\)\.Get is replaced: .*\(replaced\)`
	}
	return nil, errors.New("no mirrors")
}

// FetchChecked is good: the last error is wrapped into the one returned.
func (u *Uploader) FetchChecked(mirrors []string) (*http.Response, error) {
	var lastErr error
	for _, m := range mirrors {
		resp, err := u.client.Get(m)
		if err == nil {
			return resp, nil
		}
		lastErr = err
	}
	if lastErr != nil {
		return nil, fmt.Errorf("all mirrors failed, the last with: %w", lastErr)
	}
	return nil, errors.New("no mirrors")
}

// FetchAny is good: the last error is returned as it is.
func (u *Uploader) FetchAny(mirrors []string) (resp *http.Response, lastErr error) {
	for _, m := range mirrors {
		if resp, lastErr = u.client.Get(m); lastErr == nil {
			break
		}
	}
	return resp, lastErr
}

// Connect is bad: it tries for ever and nobody learns why it does not come back.
func (u *Uploader) Connect(addr string) net.Conn {
	for {
		conn, err := net.Dial("tcp", addr)
		if err != nil { // want `error from net\.Dial is dropped: .*\(dropped\)`
			time.Sleep(time.Second)
			continue
		}
		return conn
	}
}

// ConnectLogged is good: it tries for ever, with a line for each attempt.
func (u *Uploader) ConnectLogged(addr string) net.Conn {
	for {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			log.Printf("dial %s: %v, trying again", addr, err)
			time.Sleep(time.Second)
			continue
		}
		return conn
	}
}

// Poll is bad: each tick may fail, for weeks, unseen.
func (u *Uploader) Poll(ctx context.Context, tick <-chan time.Time, it Item) {
	for range tick {
		if err := u.store.Save(ctx, it); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
			continue
		}
		u.done++
	}
}

// PollLogged is good: a tick that fails is logged, the next one tries again.
func (u *Uploader) PollLogged(ctx context.Context, tick <-chan time.Time, it Item) {
	for range tick {
		if err := u.store.Save(ctx, it); err != nil {
			log.Printf("poll %s: %v", it.ID, err)
			continue
		}
		u.done++
	}
}

// Primary is good: the loop falls through to a second attempt whose own error is returned.
func (u *Uploader) Primary(replicas []string, primary string) (*http.Response, error) {
	for _, r := range replicas {
		if resp, err := u.client.Get(r); err == nil {
			return resp, nil
		}
	}
	return u.client.Get(primary)
}
