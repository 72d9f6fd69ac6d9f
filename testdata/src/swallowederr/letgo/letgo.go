// Package letgo holds errors that somebody has begun to do something with.
package letgo

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"log/slog"
	"net"
	"os"
)

// Ticket is a place in the queue.
type Ticket struct{ ID, Owner string }

// Desk hands out tickets.
type Desk interface {
	Take(ctx context.Context, owner string) (Ticket, error)
	Finish(ctx context.Context, id string) error
	Drop(ctx context.Context, id string) error
}

// Office is the desk and what is written down.
type Office struct {
	desk Desk
	db   *sql.DB
	log  *slog.Logger
}

// Take is bad: the error gets its context, and then a nil is returned.
func (o *Office) Take(ctx context.Context, owner string) (*Ticket, error) {
	t, err := o.desk.Take(ctx, owner)
	if err != nil { // want `error from Desk\.Take is dropped: .*\(dropped\)`
		err = fmt.Errorf("ticket for %s: %w", owner, err)
		if t.ID == "" {
			return nil, nil
		}
		return &t, err
	}
	return &t, nil
}

// TakeWrapped is good: both ways out have the wrapped error.
func (o *Office) TakeWrapped(ctx context.Context, owner string) (*Ticket, error) {
	t, err := o.desk.Take(ctx, owner)
	if err != nil {
		err = fmt.Errorf("ticket for %s: %w", owner, err)
		if t.ID == "" {
			return nil, err
		}
		return &t, err
	}
	return &t, nil
}

// Finish is bad: the wrapped error is in a variable of the branch's own.
func (o *Office) Finish(ctx context.Context, t Ticket) (err error) {
	if err := o.desk.Finish(ctx, t.ID); err != nil { // want `error from Desk\.Finish is dropped: .*\(dropped\)`
		err = fmt.Errorf("finish %s: %w", t.ID, err)
	}
	return
}

// FinishNamed is good: without the colon, it is the result that is wrapped.
func (o *Office) FinishNamed(ctx context.Context, t Ticket) (err error) {
	if err = o.desk.Finish(ctx, t.ID); err != nil {
		err = fmt.Errorf("finish %s: %w", t.ID, err)
	}
	return
}

// Print is bad: a text is made of the error, and nothing of the text.
func Print(addr string) string {
	conn, err := net.Dial("tcp", addr)
	if err != nil { // want `error from net\.Dial is dropped: .*\(dropped\)`
		_ = "printer: " + err.Error()
		return ""
	}
	defer conn.Close()
	return conn.RemoteAddr().String()
}

// PrintText is good: the text is what is returned.
func PrintText(addr string) string {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		text := "printer: " + err.Error()
		return text
	}
	defer conn.Close()
	return conn.RemoteAddr().String()
}

// Archive is bad: the line says that it failed, and no more.
func (o *Office) Archive(ctx context.Context, t Ticket) {
	_, err := o.db.ExecContext(ctx, "INSERT INTO archive VALUES ($1)", t.ID)
	if err != nil {
		log.Println("failed") // want `error from \(\*sql\.DB\)\.ExecContext is missing from the line logged for it \(novalue\)`
		return
	}
	o.log.InfoContext(ctx, "archived", "id", t.ID)
}

// ArchiveValue is good: the line says why.
func (o *Office) ArchiveValue(ctx context.Context, t Ticket) {
	_, err := o.db.ExecContext(ctx, "INSERT INTO archive VALUES ($1)", t.ID)
	if err != nil {
		log.Println("failed:", err)
		return
	}
	o.log.InfoContext(ctx, "archived", "id", t.ID)
}

// ArchiveNil is bad: the line has the key, and nil for a value.
func (o *Office) ArchiveNil(ctx context.Context, t Ticket) {
	if _, err := o.db.ExecContext(ctx, "INSERT INTO archive VALUES ($1)", t.ID); err != nil {
		o.log.ErrorContext(ctx, "archive", "id", t.ID, "err", nil) // want `error from \(\*sql\.DB\)\.ExecContext is missing from the line logged for it \(novalue\)`
	}
}

// ArchiveExtra is good here: that the format has no verb for the error is for vet's printf to say.
func (o *Office) ArchiveExtra(ctx context.Context, t Ticket) {
	if _, err := o.db.ExecContext(ctx, "INSERT INTO archive VALUES ($1)", t.ID); err != nil {
		log.Printf("archive of %s failed", t.ID, err)
	}
}

// Load is bad: the line has another nil, that of an error that was checked before.
func (o *Office) Load(path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		log.Print(err)
		return nil
	}
	defer f.Close()
	buf := make([]byte, 512)
	if _, rerr := f.Read(buf); rerr != nil {
		o.log.Error("load", "path", path, "err", err) // want `error from \(\*os\.File\)\.Read is missing from the line logged for it.*\(novalue\)`
		return nil
	}
	return buf
}

// Drop is bad: XXX is no reason.
func (o *Office) Drop(ctx context.Context, t Ticket) {
	if err := o.desk.Drop(ctx, t.ID); err != nil { // want `error from Desk\.Drop is dropped: .*\(dropped\)`
		// XXX what if the desk is closed?
		return
	}
	o.log.InfoContext(ctx, "dropped", "id", t.ID)
}

// DropHack is bad: HACK is none either.
func (o *Office) DropHack(ctx context.Context, tickets []Ticket) {
	for _, t := range tickets {
		if err := o.desk.Drop(ctx, t.ID); err != nil { // want `error from Desk\.Drop is dropped: .*\(dropped\)`
			continue // HACK: keeps the night run going
		}
		o.log.InfoContext(ctx, "dropped", "id", t.ID)
	}
}

// DropReason is good: the comment says why it does not matter.
func (o *Office) DropReason(ctx context.Context, t Ticket) {
	if err := o.desk.Drop(ctx, t.ID); err != nil {
		// A ticket that stays is dropped by the night run.
		return
	}
	o.log.InfoContext(ctx, "dropped", "id", t.ID)
}
