// Package except holds conditions that set some errors apart, and what
// becomes of the others.
package except

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
)

// Record is one line of a ledger.
type Record struct {
	ID     string
	Amount int64
}

// Feed gives records one by one and ends with io.EOF.
type Feed interface {
	Next(ctx context.Context) (Record, error)
}

// Ledger sums up records.
type Ledger struct {
	db    *sql.DB
	feed  Feed
	total int64
}

// Balance is bad: the one error that is fine is the only one returned.
func (l *Ledger) Balance(ctx context.Context, id string) (sum int64, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT sum(amount) FROM records WHERE account = $1", id).Scan(&sum)
	if err != nil && !errors.Is(err, sql.ErrNoRows) { // want `error from \(\*sql\.Row\)\.Scan is dropped: .*\(dropped\)`
		return 0, nil
	}
	return sum, err
}

// BalanceChecked is good: everything but the empty account is returned.
func (l *Ledger) BalanceChecked(ctx context.Context, id string) (sum int64, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT sum(amount) FROM records WHERE account = $1", id).Scan(&sum)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	return sum, nil
}

// Header is bad: a read that was cut short by the time limit is returned, one cut short by the disk is used.
func Header(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil && errors.Is(err, os.ErrDeadlineExceeded) { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return "", err
	}
	return string(data), nil
}

// HeaderChecked is good: the short file is used for what it has, the rest is returned.
func HeaderChecked(r io.Reader) (string, error) {
	buf := make([]byte, 64)
	n, err := io.ReadFull(r, buf)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", err
	}
	return string(buf[:n]), nil
}

// Sum is bad: the end of the feed and its failure leave the loop alike.
func (l *Ledger) Sum(ctx context.Context) int64 {
	for {
		rec, err := l.feed.Next(ctx)
		if err == io.EOF || err != nil { // want `error from Feed\.Next is dropped: .*\(dropped\)`
			break
		}
		l.total += rec.Amount
	}
	return l.total
}

// SumChecked is good: only the end of the feed is the end.
func (l *Ledger) SumChecked(ctx context.Context) (int64, error) {
	for {
		rec, err := l.feed.Next(ctx)
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, err
		}
		l.total += rec.Amount
	}
	return l.total, nil
}

// SumLogged is good: what is not the end of the feed is logged on the way out.
func (l *Ledger) SumLogged(ctx context.Context) int64 {
	for {
		rec, err := l.feed.Next(ctx)
		if err != nil {
			if !errors.Is(err, io.EOF) {
				log.Printf("feed: %v", err)
			}
			break
		}
		l.total += rec.Amount
	}
	return l.total
}

// Import is bad: the records behind a line that cannot be read are not imported.
func (l *Ledger) Import(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for r := bufio.NewReader(f); ; n++ {
		line, err := r.ReadString('\n')
		if err != nil { // want `error from \(\*bufio\.Reader\)\.ReadString is dropped: .*\(dropped\)`
			break
		}
		l.total += int64(len(line))
	}
	return n, nil
}

// ImportChecked is good: the loop's error is asked after the loop whether it is the end.
func (l *Ledger) ImportChecked(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	r := bufio.NewReader(f)
	for {
		var line string
		if line, err = r.ReadString('\n'); err != nil {
			break
		}
		l.total += int64(len(line))
		n++
	}
	if err != io.EOF {
		return n, fmt.Errorf("%s, line %d: %w", path, n+1, err)
	}
	return n, nil
}

// Follow is bad: the caller that goes away is returned, a feed that breaks leaves a short list.
func (l *Ledger) Follow(ctx context.Context) (recs []Record, err error) {
	for {
		rec, err := l.feed.Next(ctx)
		if errors.Is(err, context.Canceled) {
			return nil, err
		}
		if err != nil { // want `error from Feed\.Next is dropped: .*\(dropped\)`
			return recs, nil
		}
		recs = append(recs, rec)
	}
}

// FollowCanceled is good: the caller has gone away, everything else is returned.
func (l *Ledger) FollowCanceled(ctx context.Context) (recs []Record, err error) {
	for {
		rec, err := l.feed.Next(ctx)
		if err != nil && err != context.Canceled && err != io.EOF {
			return nil, err
		}
		if err != nil {
			return recs, nil
		}
		recs = append(recs, rec)
	}
}

// Dump is bad: broken JSON ends the stream as its last value does.
func Dump(path string) ([]Record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var recs []Record
	for dec := json.NewDecoder(f); ; {
		var rec Record
		if err := dec.Decode(&rec); err != nil { // want `error from \(\*json\.Decoder\)\.Decode is dropped: .*\(dropped\)`
			return recs, nil
		}
		recs = append(recs, rec)
	}
}

// DumpChecked is good: the last value is told from a broken one.
func DumpChecked(path string) ([]Record, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var recs []Record
	for dec := json.NewDecoder(f); ; {
		var rec Record
		switch err := dec.Decode(&rec); {
		case errors.Is(err, io.EOF):
			return recs, nil
		case err != nil:
			return nil, err
		}
		recs = append(recs, rec)
	}
}
