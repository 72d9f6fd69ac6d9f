// Package siblings holds calls of one callee, most of which do it right.
package siblings

import (
	"context"
	"fmt"
	"log"
	"os"
)

// Seat is a place in the hall.
type Seat struct {
	ID   string
	Held bool
}

// Hall keeps the seats.
type Hall interface {
	Seat(ctx context.Context, id string) (Seat, error)
	Hold(ctx context.Context, id string) error
	Free(ctx context.Context, id string) error
}

// Desk sells them.
type Desk struct {
	hall Hall
	sold []Seat
}

// Sell is good: it returns what Hold says.
func (d *Desk) Sell(ctx context.Context, id string) error {
	if err := d.hall.Hold(ctx, id); err != nil {
		return fmt.Errorf("sell %s: %w", id, err)
	}
	d.sold = append(d.sold, Seat{ID: id, Held: true})
	return nil
}

// Move is good: it returns what Hold says, and logs what Free says.
func (d *Desk) Move(ctx context.Context, from, to string) error {
	if err := d.hall.Hold(ctx, to); err != nil {
		return err
	}
	if err := d.hall.Free(ctx, from); err != nil {
		log.Printf("seat %s stays held: %v", from, err)
	}
	return nil
}

// Swap is good: it returns what Hold says, twice.
func (d *Desk) Swap(ctx context.Context, a, b string) error {
	if err := d.hall.Hold(ctx, a); err != nil {
		return err
	}
	return d.hall.Hold(ctx, b)
}

// SellRow is bad: it is the one that does not.
func (d *Desk) SellRow(ctx context.Context, ids []string) error {
	for _, id := range ids {
		if err := d.hall.Hold(ctx, id); err != nil { // want `error from Hall\.Hold is dropped: .*\(dropped\)`
			continue
		}
		d.sold = append(d.sold, Seat{ID: id, Held: true})
	}
	return nil
}

// store writes the list of what is sold.
func (d *Desk) store(path string) error {
	return os.WriteFile(path, fmt.Append(nil, d.sold), 0o600)
}

// Close is good: the list is stored, or the error returned.
func (d *Desk) Close(path string) error { return d.store(path) }

// Pause is good: the list is stored, or the error logged.
func (d *Desk) Pause(path string) {
	if err := d.store(path); err != nil {
		log.Printf("pause: %v", err)
	}
}

// Resell is bad: the list that could not be stored is what the next day starts with.
func (d *Desk) Resell(ctx context.Context, path, id string) error {
	if err := d.hall.Free(ctx, id); err != nil {
		return err
	}
	d.store(path) // want `error from \(\*Desk\)\.store is discarded: nothing looks at it.*\(discarded\)`
	return nil
}

// Show is bad: the seat that cannot be looked up is shown as free.
func (d *Desk) Show(ctx context.Context, id string) (Seat, error) {
	s, err := d.hall.Seat(ctx, id)
	if err != nil { // want `error from Hall\.Seat is dropped: .*\(dropped\)`
		return Seat{ID: id}, nil
	}
	return s, nil
}

// ShowSold is good: the same look-up, with its error returned.
func (d *Desk) ShowSold(ctx context.Context) (seats []Seat, err error) {
	for _, sold := range d.sold {
		s, err := d.hall.Seat(ctx, sold.ID)
		if err != nil {
			return nil, err
		}
		seats = append(seats, s)
	}
	return seats, nil
}
