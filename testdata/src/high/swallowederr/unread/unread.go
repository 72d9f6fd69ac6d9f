// Package unread holds errors that a variable takes and nothing reads any more: a slip,
// for whoever wants to let an error go does not name it.
package unread

import (
	"context"
	"database/sql"
	"os"
)

type Carts struct {
	db  *sql.DB
	dir string
}

// save (bad): the last error is assigned, and nil is returned.
func (c *Carts) save(ctx context.Context, id string) error {
	_, err := c.db.ExecContext(ctx, "insert into carts values ($1)", id)
	if err != nil {
		return err
	}
	_, err = c.db.ExecContext(ctx, "insert into log values ($1)", id) // want `error from \(\*sql\.DB\)\.ExecContext is dropped: nothing reads the variable that takes it; nil is returned at line 23, so the caller is told that all went well \(dropped\)`
	return nil
}

// saved (good): it is returned.
func (c *Carts) saved(ctx context.Context, id string) error {
	_, err := c.db.ExecContext(ctx, "insert into carts values ($1)", id)
	if err != nil {
		return err
	}
	_, err = c.db.ExecContext(ctx, "insert into log values ($1)", id)
	return err
}

// remove (bad): the second removal is not looked at.
func (c *Carts) remove(id string) error {
	err := os.Remove(c.dir + "/" + id)
	if err != nil {
		return err
	}
	err = os.WriteFile(c.dir+"/removed", []byte(id), 0o600) // want `error from os\.WriteFile is dropped: nothing reads the variable that takes it; nil is returned at line 43, so the caller is told that all went well \(dropped\)`
	return nil
}

// removed (good): a named result is read by the return without values.
func (c *Carts) removed(id string) (err error) {
	if err = os.Remove(c.dir + "/" + id); err != nil {
		return err
	}
	err = os.WriteFile(c.dir+"/removed", []byte(id), 0o600)
	return
}

// list (bad): the count is returned as if the rows had been read.
func (c *Carts) list(dir string) int {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return -1
	}
	more, err := os.ReadDir(dir) // want `error from os\.ReadDir is dropped: nothing reads the variable that takes it \(dropped\)`
	return len(entries) + len(more)
}

// listed (good): whoever writes a blank means it.
func (c *Carts) listed(dir string) int {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return -1
	}
	more, _ := os.ReadDir(dir)
	return len(entries) + len(more)
}

// move (bad): the name of the new place is told, whether it is there or not.
func (c *Carts) move(from, to string) (string, error) {
	data, err := os.ReadFile(from)
	if err != nil {
		return "", err
	}
	err = os.WriteFile(to, data, 0o600) // want `error from os\.WriteFile is dropped: nothing reads the variable that takes it; nil is returned at line 82, so the caller is told that all went well \(dropped\)`
	return to, nil
}

// moved (good): a literal reads it later.
func (c *Carts) moved(from, to string) (string, func() error) {
	data, err := os.ReadFile(from)
	if err != nil {
		return "", func() error { return err }
	}
	err = os.WriteFile(to, data, 0o600)
	return to, func() error { return err }
}
