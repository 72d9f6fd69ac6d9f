// Package nocause holds errors that are made of another one, which is nil there: they are
// errors, and name no cause.
package nocause

import (
	"context"
	"database/sql"
	"fmt"
)

type Pages struct{ db *sql.DB }

func (p *Pages) find(ctx context.Context, id string) ([]string, error) {
	var title string
	err := p.db.QueryRowContext(ctx, "select title from pages where id = $1", id).Scan(&title)
	if err != nil {
		return nil, err
	}
	return []string{title}, nil
}

// move (bad): fmt.Errorf makes an error of it, which names no cause.
func (p *Pages) move(ctx context.Context, id string) error {
	titles, err := p.find(ctx, id)
	if err != nil {
		return err
	}
	if len(titles) > 1 {
		return fmt.Errorf("page %s is there %d times: %w", id, len(titles), err) // want `error err, which is nil here, is wrapped by fmt\.Errorf: the error that is returned names no cause \(replaced\)`
	}
	return nil
}

// moved (good): the other error is there.
func (p *Pages) moved(ctx context.Context, id string) error {
	titles, err := p.find(ctx, id)
	if err != nil {
		return err
	}
	if other := ctx.Err(); other != nil {
		return fmt.Errorf("page %s, of %d (%v): %w", id, len(titles), err, other)
	}
	return nil
}

// add (bad): the type is wrong, and the error says nil of it.
func (p *Pages) add(ctx context.Context, id string, page any) error {
	_, err := p.find(ctx, id)
	if err != nil {
		return err
	}
	title, ok := page.(string)
	if !ok {
		return fmt.Errorf("page %s is a %T: %v", id, page, err) // want `error err, which is nil here, is wrapped by fmt\.Errorf: the error that is returned names no cause \(replaced\)`
	}
	_, err = p.db.ExecContext(ctx, "insert into pages values ($1, $2)", id, title)
	return err
}

// added (good): the error says what is wrong.
func (p *Pages) added(ctx context.Context, id string, page any) error {
	title, ok := page.(string)
	if !ok {
		return fmt.Errorf("page %s is a %T", id, page)
	}
	_, err := p.db.ExecContext(ctx, "insert into pages values ($1, $2)", id, title)
	return err
}

// each (bad): the number is what is wrong, not the error.
func (p *Pages) each(ctx context.Context, ids []string) error {
	for _, id := range ids {
		titles, err := p.find(ctx, id)
		if err != nil {
			return err
		}
		if len(titles) != 1 {
			return fmt.Errorf("page %s: %w", id, err) // want `error err, which is nil here, is wrapped by fmt\.Errorf: the error that is returned names no cause \(replaced\)`
		}
	}
	return nil
}

// eachOrErr (good): either may be.
func (p *Pages) eachOrErr(ctx context.Context, ids []string) error {
	for _, id := range ids {
		if titles, err := p.find(ctx, id); err != nil || len(titles) != 1 {
			return fmt.Errorf("page %s is there %d times: %w", id, len(titles), err)
		}
	}
	return nil
}

// first (bad): nil is put into words.
func (p *Pages) first(ctx context.Context, id string) (string, error) {
	titles, err := p.find(ctx, id)
	if err == nil && len(titles) == 0 {
		return "", fmt.Errorf("no page %s: %v", id, err) // want `error err, which is nil here, is wrapped by fmt\.Errorf: the error that is returned names no cause \(replaced\)`
	}
	return id, err
}

// twice (good): the second test never holds, and what stands below it never runs.
func (p *Pages) twice(ctx context.Context, id string) (string, error) {
	titles, err := p.find(ctx, id)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", id, err)
	}
	text := fmt.Sprint(titles)
	if err != nil {
		return "", fmt.Errorf("print %s: %w", id, err)
	}
	return text, nil
}
