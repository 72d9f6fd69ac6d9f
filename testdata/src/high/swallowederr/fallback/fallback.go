// Package fallback holds second attempts whose own error is returned or
// logged: the error of the first is not worth a report.
package fallback

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
)

// Page is a rendered page.
type Page struct{ Body string }

// Store keeps pages.
type Store interface {
	Load(ctx context.Context, id string) (Page, error)
}

// Site serves pages from the nearest place that has them.
type Site struct {
	cache, origin Store
	mirrors       []Store
}

// Page is good: the cache, then the origin, whose error is returned.
func (s *Site) Page(ctx context.Context, id string) (Page, error) {
	if p, err := s.cache.Load(ctx, id); err == nil {
		return p, nil
	}
	p, err := s.origin.Load(ctx, id)
	if err != nil {
		return Page{}, err
	}
	return p, nil
}

// PageWrapped is good: the origin's error is wrapped.
func (s *Site) PageWrapped(ctx context.Context, id string) (Page, error) {
	if p, err := s.cache.Load(ctx, id); err == nil {
		return p, nil
	}
	p, err := s.origin.Load(ctx, id)
	if err != nil {
		return Page{}, fmt.Errorf("page %s: %w", id, err)
	}
	return p, nil
}

// PageFull is good: an empty page of the cache is as good as none.
func (s *Site) PageFull(ctx context.Context, id string) (Page, error) {
	if p, err := s.cache.Load(ctx, id); err == nil && p.Body != "" {
		return p, nil
	}
	p, err := s.origin.Load(ctx, id)
	if err != nil {
		return Page{}, err
	}
	return p, nil
}

// PageNamed is good: both attempts have the same variables, the named results.
func (s *Site) PageNamed(ctx context.Context, id string) (p Page, err error) {
	if p, err = s.cache.Load(ctx, id); err == nil {
		return p, nil
	}
	if p, err = s.origin.Load(ctx, id); err == nil {
		return p, nil
	}
	return Page{}, err
}

// PageNested is good: the second attempt stands in the branch of the first, and its error is wrapped.
func (s *Site) PageNested(ctx context.Context, id string) (Page, error) {
	p, err := s.cache.Load(ctx, id)
	if err != nil {
		p, err := s.origin.Load(ctx, id)
		if err != nil {
			return Page{}, fmt.Errorf("page %s: %w", id, err)
		}
		return p, nil
	}
	return p, nil
}

// PageLogged is good: the line is for the second attempt, and has its error.
func (s *Site) PageLogged(ctx context.Context, id string) Page {
	if p, err := s.cache.Load(ctx, id); err == nil {
		return p
	}
	p, err := s.origin.Load(ctx, id)
	if err != nil {
		slog.ErrorContext(ctx, "page", "id", id, "err", err)
		return Page{}
	}
	return p
}

// PageLoggedNested is good: the same, with the second attempt in the branch of the first.
func (s *Site) PageLoggedNested(ctx context.Context, id string) (p Page, err error) {
	if p, err = s.cache.Load(ctx, id); err != nil {
		if p, err = s.origin.Load(ctx, id); err != nil {
			slog.ErrorContext(ctx, "page", "id", id, "err", err)
			return Page{}, err
		}
	}
	return p, nil
}

// PageMirrored is good: any mirror will do, and the file's error is returned if none does.
func (s *Site) PageMirrored(ctx context.Context, id string) (Page, error) {
	for _, m := range s.mirrors {
		if p, err := m.Load(ctx, id); err == nil {
			return p, nil
		}
	}
	data, err := os.ReadFile(id)
	if err != nil {
		return Page{}, fmt.Errorf("no copy left: %w", err)
	}
	return Page{Body: string(data)}, nil
}

// PageOnce is bad: nothing else is asked.
func (s *Site) PageOnce(ctx context.Context, id string) (Page, error) {
	if p, err := s.origin.Load(ctx, id); err == nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
		return p, nil
	}
	return Page{Body: "coming soon"}, nil
}

// key reads a key in one of the forms that it is written in (good): the error
// of the last attempt says no more than that of the first.
func key(der []byte) (any, error) {
	if k, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return k, nil
	}
	if k, err := x509.ParsePKCS8PrivateKey(der); err == nil {
		return k, nil
	}
	if k, err := x509.ParseECPrivateKey(der); err == nil {
		return k, nil
	}
	return nil, errors.New("no private key")
}

// stored reads a page in the one form that it is stored in (bad): why it cannot
// be read is not said.
func stored(data []byte) (Page, error) {
	var p Page
	if err := json.Unmarshal(data, &p); err == nil {
		return p, nil
	}
	return Page{}, errors.New("no page") // want `error from json\.Unmarshal is replaced: .*\(replaced\)`
}
