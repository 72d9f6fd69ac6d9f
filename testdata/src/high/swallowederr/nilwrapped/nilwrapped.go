// Package nilwrapped holds errors that are made of another one, which is nil there: what
// wraps nil is nil for some libraries, and the caller is told that all went well.
package nilwrapped

import (
	"context"
	"database/sql"

	"github.com/pkg/errors"
)

type Pages struct{ db *sql.DB }

func (p *Pages) find(ctx context.Context, id string) ([]string, error) {
	rows, err := p.db.QueryContext(ctx, "select title from pages where id = $1", id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var titles []string
	for rows.Next() {
		var title string
		if err := rows.Scan(&title); err != nil {
			return nil, err
		}
		titles = append(titles, title)
	}
	return titles, rows.Err()
}

// page (bad): there is no error to wrap.
func (p *Pages) page(ctx context.Context, id string) (string, error) {
	titles, err := p.find(ctx, id)
	if err != nil {
		return "", errors.Wrapf(err, "finding page %s", id)
	}
	if len(titles) == 0 {
		return "", errors.Wrapf(err, "page %s has no row", id) // want `error err, which is nil here, is wrapped by errors\.Wrapf: that returns nil, so the caller is told that all went well \(replaced\)`
	}
	return titles[0], nil
}

// pageMade (good): the error is made where there is none.
func (p *Pages) pageMade(ctx context.Context, id string) (string, error) {
	titles, err := p.find(ctx, id)
	if err != nil {
		return "", errors.Wrapf(err, "finding page %s", id)
	}
	if len(titles) == 0 {
		return "", errors.Errorf("page %s has no row", id)
	}
	return titles[0], nil
}

// touch (bad): the second test is not of the error.
func (p *Pages) touch(ctx context.Context, id string) error {
	res, err := p.db.ExecContext(ctx, "update pages set touched = now() where id = $1", id)
	if err != nil {
		return errors.WithStack(err)
	}
	n, err := res.RowsAffected()
	if err != nil {
		return errors.WithStack(err)
	}
	if n != 1 {
		return errors.WithStack(err) // want `error err, which is nil here, is wrapped by errors\.WithStack: that returns nil, so the caller is told that all went well \(replaced\)`
	}
	return nil
}

// touchWrapped (good): nil for nil is what is wanted.
func (p *Pages) touchWrapped(ctx context.Context, id string) error {
	_, err := p.db.ExecContext(ctx, "update pages set touched = now() where id = $1", id)
	return errors.Wrap(err, "touching page")
}

// check (bad): what is returned at the end is nil in any case.
func (p *Pages) check(ctx context.Context, id string) error {
	titles, err := p.find(ctx, id)
	if err == nil && len(titles) == 0 {
		return errors.WithMessage(err, "page is empty") // want `error err, which is nil here, is wrapped by errors\.WithMessage: that returns nil, so the caller is told that all went well \(replaced\)`
	}
	return err
}

// checked (good): it may be one or the other.
func (p *Pages) checked(ctx context.Context, id string) error {
	titles, err := p.find(ctx, id)
	if err != nil || len(titles) == 0 {
		return errors.WithMessage(err, "page cannot be shown")
	}
	return nil
}

// title (bad): a branch of its own for the case that was forgotten.
func (p *Pages) title(ctx context.Context, id string) (string, error) {
	titles, err := p.find(ctx, id)
	switch {
	case err != nil:
		return "", errors.Wrap(err, "finding page")
	case len(titles) > 1:
		return "", errors.Wrap(err, "page is there twice") // want `error err, which is nil here, is wrapped by errors\.Wrap: that returns nil, so the caller is told that all went well \(replaced\)`
	}
	return id, nil
}

// titleMade (good): it makes an error of its own.
func (p *Pages) titleMade(ctx context.Context, id string) (string, error) {
	titles, err := p.find(ctx, id)
	switch {
	case err != nil:
		return "", errors.Wrap(err, "finding page")
	case len(titles) > 1:
		return "", errors.New("page is there twice")
	}
	return id, nil
}
