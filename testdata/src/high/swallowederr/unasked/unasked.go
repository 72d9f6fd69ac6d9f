// Package unasked holds objects that keep the error which ends them: rows, scanners,
// writers with a buffer. A loop over one ends in the same way when all was read, and when
// the connection broke.
package unasked

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
)

type Queue struct {
	db   *sql.DB
	rows *sql.Rows
}

// pending (bad): half of the rows are taken for all of them.
func (q *Queue) pending(ctx context.Context) ([]string, error) {
	rows, err := q.db.QueryContext(ctx, "select body from pending")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var items []string
	for rows.Next() { // want `error from \(\*sql\.Rows\)\.Next is discarded: it is kept, and the path returning at line 39 does not ask Err for it; what was read until then is taken for all there is \(discarded\)`
		var item string
		if err := rows.Scan(&item); err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, nil
}

// pendingAsked (good): the rows are asked at the end.
func (q *Queue) pendingAsked(ctx context.Context) ([]string, error) {
	rows, err := q.db.QueryContext(ctx, "select body from pending")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var items []string
	for rows.Next() {
		var item string
		if err := rows.Scan(&item); err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, rows.Err()
}

// first (bad): the row that is not there may be one that could not be read; the literal
// only closes.
func (q *Queue) first(ctx context.Context) (string, error) {
	rows, err := q.db.QueryContext(ctx, "select body from pending limit 1")
	if err != nil {
		return "", err
	}
	defer func() { _ = rows.Close() }()
	var item string
	if !rows.Next() { // want `error from \(\*sql\.Rows\)\.Next is discarded: it is kept, and the path returning at line 70 does not ask Err for it \(discarded\)`
		return "", nil
	}
	return item, rows.Scan(&item)
}

// firstAsked (good): why there is none is asked.
func (q *Queue) firstAsked(ctx context.Context) (string, error) {
	rows, err := q.db.QueryContext(ctx, "select body from pending limit 1")
	if err != nil {
		return "", err
	}
	defer func() { _ = rows.Close() }()
	var item string
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return "", err
		}
		return "", nil
	}
	return item, rows.Scan(&item)
}

// load (bad): a line that is too long, or a disk that fails, ends the file.
func load(path string, each func(string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() { // want `error from \(\*bufio\.Scanner\)\.Scan is discarded: it is kept, and the path returning at line 105 does not ask Err for it; what was read until then is taken for all there is \(discarded\)`
		if err := each(sc.Text()); err != nil {
			return err
		}
	}
	return nil
}

// loaded (good): it is asked by whoever the scanner is handed to.
func loaded(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return lines(bufio.NewScanner(f))
}

func lines(sc *bufio.Scanner) ([]string, error) {
	var all []string
	for sc.Scan() {
		all = append(all, sc.Text())
	}
	return all, sc.Err()
}

// words (good): what is read from memory does not fail.
func words(text string) []string {
	sc := bufio.NewScanner(strings.NewReader(text))
	sc.Split(bufio.ScanWords)
	var all []string
	for sc.Scan() {
		all = append(all, sc.Text())
	}
	return all
}

// found (good): the loop is left for what was looked for, or an error.
func found(r io.Reader, name string) error {
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		if sc.Text() == name {
			return nil
		}
	}
	return errors.New("not found: " + name)
}

// export (bad): what could not be written is known after the flush.
func export(w io.Writer, records [][]string) error {
	cw := csv.NewWriter(w)
	for _, record := range records {
		if err := cw.Write(record); err != nil {
			return err
		}
	}
	cw.Flush() // want `error from \(\*csv\.Writer\)\.Flush is discarded: it is kept, and the path returning at line 157 does not ask Error for it \(discarded\)`
	return nil
}

// exported (good): it is asked.
func exported(w io.Writer, records [][]string) error {
	cw := csv.NewWriter(w)
	for _, record := range records {
		if err := cw.Write(record); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

// download (good): what cannot be written to a client is the client's affair.
func download(w http.ResponseWriter, records [][]string) error {
	cw := csv.NewWriter(w)
	for _, record := range records {
		if err := cw.Write(record); err != nil {
			return err
		}
	}
	cw.Flush()
	return nil
}

// text (good): a buffer takes all.
func text(records [][]string) (string, error) {
	var buf bytes.Buffer
	cw := csv.NewWriter(&buf)
	if err := cw.WriteAll(records); err != nil {
		return "", err
	}
	cw.Flush()
	return buf.String(), nil
}

// next (good): whoever holds the rows asks them.
func (q *Queue) next() (string, error) {
	var item string
	for q.rows.Next() {
		if err := q.rows.Scan(&item); err != nil {
			return "", err
		}
	}
	return item, nil
}
