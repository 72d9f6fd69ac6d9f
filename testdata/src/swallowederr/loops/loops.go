package loops

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
)

// Item is one stored record.
type Item struct {
	ID   string
	Next string
	Body []byte
}

// Store is the remote record store.
type Store interface {
	Load(ctx context.Context, id string) (Item, error)
	Save(ctx context.Context, it Item) error
}

// Job is one delivery of the queue.
type Job struct {
	ID   string
	Item Item
}

// Ack takes the job off the queue.
func (j Job) Ack() { delete(inFlight, j.ID) }

// Nack puts the job back, with the reason.
func (j Job) Nack(reason error) { inFlight[j.ID] = reason }

var inFlight = map[string]error{}

// Uploader moves records to the store.
type Uploader struct {
	store  Store
	client *http.Client
	done   int
}

// Reindex is bad: a record that cannot be loaded is skipped without a word.
func (u *Uploader) Reindex(ctx context.Context, ids []string) error {
	for _, id := range ids {
		it, err := u.store.Load(ctx, id)
		if err != nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
			continue
		}
		if err := u.store.Save(ctx, it); err != nil {
			return err
		}
	}
	return nil
}

// ReindexLogged is good: the skipped record is named together with the error.
func (u *Uploader) ReindexLogged(ctx context.Context, ids []string) error {
	for _, id := range ids {
		it, err := u.store.Load(ctx, id)
		if err != nil {
			log.Printf("reindex %s: %v", id, err)
			continue
		}
		if err := u.store.Save(ctx, it); err != nil {
			return err
		}
	}
	return nil
}

// Follow is bad: a page that cannot be loaded ends the chain as if it were the last.
func (u *Uploader) Follow(ctx context.Context, id string) ([]Item, error) {
	var chain []Item
	for id != "" {
		it, err := u.store.Load(ctx, id)
		if err != nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
			break
		}
		chain = append(chain, it)
		id = it.Next
	}
	return chain, nil
}

// FollowChecked is good: the variable lives outside the loop and is returned after the break.
func (u *Uploader) FollowChecked(ctx context.Context, id string) ([]Item, error) {
	var (
		chain []Item
		err   error
	)
	for id != "" {
		var it Item
		it, err = u.store.Load(ctx, id)
		if err != nil {
			break
		}
		chain = append(chain, it)
		id = it.Next
	}
	return chain, err
}

// Import is bad: a broken stream ends the import like a complete one.
func (u *Uploader) Import(ctx context.Context, r io.Reader) error {
	dec := json.NewDecoder(r)
	for {
		var it Item
		if err := dec.Decode(&it); err != nil { // want `error from \(\*json\.Decoder\)\.Decode is dropped: .*\(dropped\)`
			break
		}
		if err := u.store.Save(ctx, it); err != nil {
			return err
		}
	}
	return nil
}

// ImportChecked is good: only the end of the stream ends the import.
func (u *Uploader) ImportChecked(ctx context.Context, r io.Reader) error {
	dec := json.NewDecoder(r)
	for {
		var it Item
		if err := dec.Decode(&it); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		if err := u.store.Save(ctx, it); err != nil {
			return err
		}
	}
	return nil
}

// Consume is bad: a failed job is neither acknowledged nor mentioned.
func (u *Uploader) Consume(ctx context.Context, jobs <-chan Job) {
	for job := range jobs {
		if err := u.store.Save(ctx, job.Item); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
			continue
		}
		job.Ack()
	}
}

// ConsumeNack is good: the queue gets the error with the job.
func (u *Uploader) ConsumeNack(ctx context.Context, jobs <-chan Job) {
	for job := range jobs {
		if err := u.store.Save(ctx, job.Item); err != nil {
			job.Nack(err)
			continue
		}
		job.Ack()
	}
}

// Count is bad: only what was saved is counted, the failures leave no trace.
func (u *Uploader) Count(ctx context.Context, items []Item) int {
	n := 0
	for _, it := range items {
		if err := u.store.Save(ctx, it); err == nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
			n++
		}
	}
	return n
}

// CountJoined is good: the failures are joined and returned with the number.
func (u *Uploader) CountJoined(ctx context.Context, items []Item) (int, error) {
	var errs []error
	n := 0
	for _, it := range items {
		if err := u.store.Save(ctx, it); err == nil {
			n++
		} else {
			errs = append(errs, err)
		}
	}
	return n, errors.Join(errs...)
}

// Forward is bad where it is told to go on: the message names the round that goes on, not the return that has the
// error.
func (u *Uploader) Forward(ctx context.Context, items []Item, lenient bool) error {
	for _, it := range items {
		if err := u.store.Save(ctx, it); err != nil { // want `error from Store\.Save is dropped: the path continuing at line 192 neither returns nor logs it; .*\(dropped\)`
			if lenient {
				u.done--
				continue
			}
			return err
		}
	}
	return nil
}

// ForwardLogged is good: what goes on says what it has left out.
func (u *Uploader) ForwardLogged(ctx context.Context, items []Item, lenient bool) error {
	for _, it := range items {
		if err := u.store.Save(ctx, it); err != nil {
			if lenient {
				log.Printf("pushing %s: %v", it.ID, err)
				continue
			}
			return err
		}
	}
	return nil
}

// Ping is bad where the answer is told: the message names the return of nil, not the one that has the error.
func (u *Uploader) Ping(ctx context.Context) (bool, error) {
	if it, err := u.store.Load(ctx, "ping"); err != nil { // want `error from Store\.Load is dropped: the path returning at line 218 neither returns nor logs it; .*\(dropped\)`
		if it.Next == "stale" {
			return true, nil
		}
		return false, err
	}
	return true, nil
}
